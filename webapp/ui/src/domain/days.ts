/** Days are the API's strings, "2021-07-25", of the business's time zone; they compare as text. */
import { config } from '../config'
import { dateFormat } from '../locale/formats'

export function today(timezone: string, now = new Date()): string {
  // The Swedish way of writing a date is ISO 8601.
  return shownByClock(timezone, now)?.slice(0, 10) ?? inZone(timezone, now, 'sv-SE')
}

/**
 * "2021-07-25T14:05…" by the clock that the page has brought along, null where that does not say.
 * A browser's first date of another zone takes a slow phone a fifth of a second.
 */
function shownByClock(timezone: string, moment: Date): string | null {
  const { clock, timezone: business } = config.value
  if (!clock || timezone !== business) return null
  if (clock.since && moment < new Date(clock.since)) return null
  if (clock.until && moment >= new Date(clock.until)) return null
  return new Date(moment.getTime() + clock.offset * 60_000).toISOString()
}

/** Zones whose name is too new for some browsers, by the name that they had before. */
const formerNames: Record<string, string> = { 'Europe/Kyiv': 'Europe/Kiev', 'America/Nuuk': 'America/Godthab' }

const known = new Map<string, string | undefined>()

/** The name by which this browser knows the zone, if it does. */
function knownName(timezone: string): string | undefined {
  if (!known.has(timezone)) known.set(timezone, [timezone, formerNames[timezone]].find((name) => name && isKnown(name)))
  return known.get(timezone)
}

function isKnown(timezone: string): boolean {
  try {
    return dateFormat('sv-SE', { timeZone: timezone }) !== null
  } catch {
    return false
  }
}

/** What the zone's clock shows at a moment; where the browser does not know the zone, by how far it is from UTC now. */
function inZone(timezone: string, moment: Date, language: string, parts: Intl.DateTimeFormatOptions = {}): string {
  const name = knownName(timezone)
  if (name) return dateFormat(language, { timeZone: name, ...parts }).format(moment)
  const offset = config.value.clock?.offset ?? 0
  return dateFormat(language, { timeZone: 'UTC', ...parts }).format(moment.getTime() + offset * 60_000)
}

export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

/** The moment's day in the business's time zone. */
export function dayOfMoment(moment: string, timezone: string): string {
  return today(timezone, new Date(moment))
}

/** "2026-03-05T18:00" by the business's clock. */
export function clockTime(moment: string, timezone: string): string {
  const at = new Date(moment)
  const shown = shownByClock(timezone, at)?.slice(0, 16)
  if (shown) return shown
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }
  return inZone(timezone, at, 'sv-SE', parts).replace(' ', 'T')
}

/** "09:05", but "9:05 AM" where the day is halved. */
function timeOf(language: string): Intl.DateTimeFormatOptions {
  return { hour: language === 'en' ? 'numeric' : '2-digit', minute: '2-digit' }
}

/** "14:05" in the business's time zone. */
export function timeInWords(moment: string, timezone: string, language: string): string {
  return inZone(timezone, new Date(moment), language, timeOf(language))
}

/** "12 марта, 18:30" by the business's clock, with the year where it is not this one. */
export function momentInWords(moment: string, timezone: string, language: string, now = new Date()): string {
  const at = new Date(moment)
  const thisYear = today(timezone, at).slice(0, 4) === today(timezone, now).slice(0, 4)
  return inZone(timezone, at, language, { day: 'numeric', month: 'long', ...timeOf(language), ...(thisYear ? {} : { year: 'numeric' }) })
}
