import { config } from '../../config'
import { dayInWords } from '../../domain/day-in-words'
import { dayOfMoment } from '../../domain/days'
import { dayOf, hourOf, promiseOf } from '../../domain/promise'
import { language } from '../../locale'
import { t } from '../../locale/paper'

// Paper lies about for weeks: no day is "tomorrow", and a receipt's have their year.

export function dayOnPaper(moment: string): string {
  return dayInWords(dayOfMoment(moment, config.value.timezone), '', language.value)
}

/** "5 марта 2026 г., 18:00". */
export function promiseOnPaper(moment: string): string {
  return promiseSince('', moment)
}

/** Without the year: there is little room, and things wait for weeks. */
export function promiseOnLabel(moment: string): string {
  return promiseSince(dayOf(promiseOf(moment, config.value.timezone)), moment)
}

function promiseSince(today: string, moment: string): string {
  const promise = promiseOf(moment, config.value.timezone)
  const day = dayInWords(dayOf(promise), today, language.value)
  const hour = hourOf(promise)
  return hour ? t('promise.hour', { day, hour }) : day
}
