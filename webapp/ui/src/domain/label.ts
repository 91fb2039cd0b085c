/**
 * The number of the task that a text leads to: of a label or a receipt of this shop, as a camera or a hand scanner reads it, or a
 * number that somebody typed. Null for anything else. `bot` is the shop's own, "https://t.me/vintik_bot"; null while nobody knows it.
 */
export function taskOnLabel(text: string, bot: string | null): string | null {
  const read = text.trim()
  const [, typed] = /^(?:№|#|N[oº]?\.?)?\s*(\d{1,15})$/i.exec(read) ?? []
  if (typed) return String(Number(typed))
  const address = addressOf(read)
  if (!address || !bot || address.bot.toLowerCase() !== bot.split('/').at(-1)!.toLowerCase()) return null
  return /^task_(\d{1,15})$/.exec(address.start)?.[1] ?? null
}

/** https://core.telegram.org/api/links has two ways to write one; people copy them without the scheme too. */
function addressOf(text: string): { bot: string; start: string } | null {
  let url: URL
  try {
    url = new URL(/^(www\.)?t(elegram)?\.me\//i.test(text) ? `https://${text}` : text)
  } catch {
    return null
  }
  const { searchParams: given } = url
  const start = given.get('startapp') ?? given.get('start') ?? ''
  if (url.protocol === 'tg:') return { bot: given.get('domain') ?? '', start }
  if (!/^https?:$/.test(url.protocol) || !/^(www\.)?t(elegram)?\.me$/i.test(url.hostname)) return null
  return { bot: url.pathname.split('/')[1] ?? '', start }
}
