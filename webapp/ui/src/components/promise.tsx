import { config } from '../config'
import { dayInWords } from '../domain/day-in-words'
import { addDays, today } from '../domain/days'
import { dayOf, hourOf, isOverdue, promiseOf } from '../domain/promise'
import type { Task } from '../graphql/types'
import { language, t } from '../locale'
import { useMinute } from './use-minute'

/** "завтра", "5 марта, 18:00": of a promise, as a form has it. */
export function promiseInWords(promise: string): string {
  const now = today(config.value.timezone)
  const day = dayOf(promise)
  const hour = hourOf(promise)
  const near = day === now ? 'promise.today' : day === addDays(now, 1) ? 'promise.tomorrow' : null
  const words = near ? t(near) : dayInWords(day, now, language.value)
  return hour ? t('promise.hour', { day: words, hour }) : words
}

/** Until when the task is promised; nothing once it is ready. */
export function Promised({ task: { promisedTime, overdueTime } }: { task: Pick<Task, 'promisedTime' | 'overdueTime'> }) {
  useMinute()
  if (!overdueTime || !promisedTime) return null
  const day = promiseInWords(promiseOf(promisedTime, config.value.timezone))
  const overdue = isOverdue(overdueTime)
  return (
    <span class="promised" data-overdue={overdue}>
      {t(overdue ? 'promise.overdue' : 'promise.until', { day })}
    </span>
  )
}
