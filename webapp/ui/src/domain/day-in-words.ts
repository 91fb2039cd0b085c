import { catalogs, fill, type Key, type Language } from '../locale'

/** "12 марта", with the year where it is not this one. */
export function dayInWords(day: string, today: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const key = `month.${Number(month)}`
  if (!(key in catalogs.en)) return day
  const text = year === today.slice(0, 4) ? 'date' : 'date.year'
  const { [key as Key]: name, [text]: order } = catalogs[language]
  return fill(language, order, { day: String(Number(date)), month: String(name), year })
}
