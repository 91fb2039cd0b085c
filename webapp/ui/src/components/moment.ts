import { config } from '../config'
import { dayInWords } from '../domain/day-in-words'
import { addDays, dayOfMoment, timeInWords, today } from '../domain/days'
import { language } from '../locale'
import { t } from '../locale/cards'

/** "сегодня в 14:05". */
export function momentInWords(moment: string): string {
  const { timezone } = config.value
  const day = dayOfMoment(moment, timezone)
  const now = today(timezone)
  const time = clockInWords(moment)
  if (day === now) return t('moment.today', { time })
  if (day === addDays(now, -1)) return t('moment.yesterday', { time })
  return t('moment', { day: dayInWords(day, now, language.value), time })
}

/** "14:05" by the business's clock. */
export function clockInWords(moment: string): string {
  return timeInWords(moment, config.value.timezone, language.value)
}

/** "Сегодня" or "12 марта". */
export function dayOfMomentInWords(moment: string): string {
  const { timezone } = config.value
  const day = dayOfMoment(moment, timezone)
  const now = today(timezone)
  if (day === now) return t('day.today')
  if (day === addDays(now, -1)) return t('day.yesterday')
  return dayInWords(day, now, language.value)
}
