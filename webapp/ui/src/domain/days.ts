/** Days are the API's strings, "2021-07-25", of the business's time zone; they compare as text. */
import { dateFormat } from '../locale/formats'

export function today(timezone: string, now = new Date()): string {
  // The Swedish way of writing a date is ISO 8601.
  return dateFormat('sv-SE', { timeZone: timezone }).format(now)
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

/** "14:05" in the business's time zone. */
export function timeInWords(moment: string, timezone: string, language: string): string {
  return dateFormat(language, { timeZone: timezone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(moment),
  )
}

/** "12 марта", with the year where it is not this one. */
export function dayInWords(day: string, today: string, language: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  const thisYear = day.slice(0, 4) === today.slice(0, 4)
  return dateFormat(language, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    ...(thisYear ? {} : { year: 'numeric' }),
  }).format(date)
}

/** "12 марта, 18:30" by the business's clock, with the year where it is not this one. */
export function momentInWords(moment: string, timezone: string, language: string, now = new Date()): string {
  const at = new Date(moment)
  const thisYear = today(timezone, at).slice(0, 4) === today(timezone, now).slice(0, 4)
  return dateFormat(language, {
    timeZone: timezone,
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    ...(thisYear ? {} : { year: 'numeric' }),
  }).format(at)
}
