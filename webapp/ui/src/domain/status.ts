import type { Category, Status } from '../graphql/types'

/** In the order of a task's life. */
export const statuses: readonly Status[] = ['ACCEPTED', 'IN_PROGRESS', 'READY', 'CLOSED']

export const openStatuses: readonly Status[] = ['ACCEPTED', 'IN_PROGRESS', 'READY']

export const categories: readonly Category[] = ['CONSULTING', 'DIAGNOSIS', 'REPAIR', 'OTHER']

/** A task begins as accepted, so nothing becomes that next. */
export type NextStatus = Exclude<Status, 'ACCEPTED'>

/** What a task becomes next; null once it is closed. */
export function nextStatus(status: Status): NextStatus | null {
  const next = statuses[statuses.indexOf(status) + 1]
  return next === undefined || next === 'ACCEPTED' ? null : next
}
