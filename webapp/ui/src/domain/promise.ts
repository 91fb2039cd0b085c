/**
 * A promise as forms have it, and as the API takes it: "" for none, "2026-03-05" for the whole of that day, "2026-03-05T18:00" for the
 * hour, by the business's clock.
 */
import { addDays, clockTime } from './days'

export function promiseOf(moment: string | null | undefined, timezone: string): string {
  if (!moment) return ''
  const local = clockTime(moment, timezone)
  return local.endsWith('T00:00') ? dayOf(local) : local
}

export function dayOf(promise: string): string {
  return promise.slice(0, 10)
}

/** "18:00", or "" for the whole day. */
export function hourOf(promise: string): string {
  return promise.slice(11)
}

/** With another hour, or "" for none. Without a day there is no hour. */
export function withHour(promise: string, hour: string): string {
  const day = dayOf(promise)
  return day && hour ? `${day}T${hour}` : day
}

/** Of what the API tells of a task. */
export function isOverdue(overdueTime: string | null | undefined, now = Date.now()): boolean {
  return !!overdueTime && Date.parse(overdueTime) <= now
}

/** In which part of a queue a promise stands. */
export type Due = 'overdue' | 'today' | 'tomorrow' | 'later' | 'none'

export const dues: readonly Due[] = ['overdue', 'today', 'tomorrow', 'later', 'none']

/** What is ready is promised to nobody any more: the API gives it no overdueTime. */
export function dueOf(task: { promisedTime: string | null; overdueTime: string | null }, today: string, timezone: string, now = Date.now()): Due {
  if (!task.overdueTime || !task.promisedTime) return 'none'
  if (isOverdue(task.overdueTime, now)) return 'overdue'
  const day = dayOf(promiseOf(task.promisedTime, timezone))
  if (day <= today) return 'today'
  return day === addDays(today, 1) ? 'tomorrow' : 'later'
}

/** The last day, or moment of a day, of what ends at this one: what ends at midnight lasts for the day before. */
export function lastDayOf(end: string, timezone: string): string {
  const promise = promiseOf(end, timezone)
  return hourOf(promise) ? promise : addDays(promise, -1)
}
