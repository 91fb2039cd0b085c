/** One person's messages in the inbox. `sorted` ones a colleague has dealt with: they are shown until one's own next act. */
export interface Sender<Row> {
  key: string
  messages: readonly Row[]
  sorted: boolean
}

/**
 * The senders as they stand on the screen: nobody moves because of what a colleague does, and who comes new is
 * the last. What was dealt with `here` leaves, and takes along what colleagues have dealt with meanwhile.
 */
export function inPlace<Row>(shown: readonly Sender<Row>[], now: ReadonlyMap<string, readonly Row[]>, here: ReadonlySet<string>): Sender<Row>[] {
  const tidied = shown.some(({ key }) => here.has(key) && !now.has(key))
  const stays = shown.flatMap((sender): Sender<Row>[] => {
    const messages = now.get(sender.key)
    if (messages) return [{ key: sender.key, messages, sorted: false }]
    return tidied || here.has(sender.key) ? [] : [{ ...sender, sorted: true }]
  })
  const known = new Set(stays.map(({ key }) => key))
  const come = [...now].filter(([key]) => !known.has(key)).map(([key, messages]) => ({ key, messages, sorted: false }))
  return [...stays, ...come]
}
