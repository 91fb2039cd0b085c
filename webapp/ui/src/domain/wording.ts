/** What can stand between braces in a text of the shop's own, as the server has it. */
export const places = ['number', 'item', 'price', 'promised', 'address', 'hours', 'phone'] as const
export type Place = (typeof places)[number]

/** A place that does not exist, or a brace without a partner. */
export interface Fault {
  kind: 'place' | 'brace'
  written: string
}

/** What is wrong with a text, first thing first. */
export function faultOf(text: string): Fault | null {
  for (const [written] of text.matchAll(/\{[^{}]*\}|[{}]/g)) {
    if (written.length === 1) return { kind: 'brace', written }
    if (!(places as readonly string[]).includes(written.slice(1, -1))) return { kind: 'place', written }
  }
  return null
}
