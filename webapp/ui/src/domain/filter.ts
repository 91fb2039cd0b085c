import { config } from '../config'
import type { TaskFilterInput } from '../graphql/task-list'
import type { Category, Status, Task } from '../graphql/types'
import { addDays, today } from './days'
import { withoutPhoneWord } from './phone'
import { dayOf, isOverdue, promiseOf } from './promise'
import { categories, openStatuses, statuses } from './status'

/** Until when: nothing said, what is late, or the next days. */
export type DueFilter = '' | 'overdue' | 'today' | 'tomorrow' | 'week'

export const dueFilters: readonly DueFilter[] = ['overdue', 'today', 'tomorrow', 'week']

/** Which tasks the list shows. An empty field does not narrow it. */
export interface TaskFilter {
  /** As typed: a number, a phone, a name or words. */
  search: string
  /** Any of them; none chosen is any status. */
  statuses: readonly Status[]
  category: Category | ''
  /** Whose: "mine", "nobody" or the id of a member of staff. */
  whose: string
  /** The first and the last day, both included; a single day is both. */
  from: string
  to: string
  /** Only those whose customer waits for an answer, the longest wait first. */
  awaiting: boolean
  /** The last day of a change: whatever changed later is left out. */
  updatedTo: string
  /** Until when they are promised. */
  due: DueFilter
  /** In the order of what is promised, what is overdue above all; else the newest first. */
  urgent: boolean
}

export const defaultFilter: TaskFilter = {
  search: '',
  statuses: openStatuses,
  category: '',
  whose: '',
  from: '',
  to: '',
  awaiting: false,
  updatedTo: '',
  due: '',
  urgent: false,
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/

/** Reads what an address says; what makes no sense is left out. */
export function filterFromParams(params: URLSearchParams): TaskFilter {
  const day = dayFrom(params.get('day'))
  return {
    search: params.get('search') ?? '',
    statuses: statusesFrom(params.get('status')),
    category: categories.find((category) => category === params.get('category')) ?? '',
    whose: whose(params.get('whose')),
    from: day || dayFrom(params.get('from')),
    to: day || dayFrom(params.get('to')),
    awaiting: params.has('awaiting'),
    updatedTo: dayFrom(params.get('unchanged')),
    due: dueFilters.find((due) => due === params.get('due')) ?? '',
    urgent: params.get('sort') === 'due',
  }
}

export function filterToParams(filter: TaskFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (filter.search) params.set('search', filter.search)
  if (!sameStatuses(filter.statuses, openStatuses)) {
    params.set('status', filter.statuses.length === 0 ? 'any' : inOrder(filter.statuses).join(','))
  }
  if (filter.category) params.set('category', filter.category)
  if (filter.whose) params.set('whose', filter.whose)
  if (isSingleDay(filter)) {
    params.set('day', filter.from)
  } else {
    if (filter.from) params.set('from', filter.from)
    if (filter.to) params.set('to', filter.to)
  }
  if (filter.awaiting) params.set('awaiting', 'reply')
  if (filter.updatedTo) params.set('unchanged', filter.updatedTo)
  if (filter.due) params.set('due', filter.due)
  if (filter.urgent) params.set('sort', 'due')
  return params
}

/** `me` is the id of who is logged in. */
export function filterToVariables(filter: TaskFilter, me: string, now = today(config.value.timezone)): TaskFilterInput {
  return {
    ...(filter.search && { search: withoutPhoneWord(filter.search) }),
    ...(filter.statuses.length > 0 && { statuses: inOrder(filter.statuses) }),
    ...(filter.category && { categories: [filter.category] }),
    ...(filter.whose === 'nobody' ? { unassigned: true } : filter.whose && { employeeId: filter.whose === 'mine' ? me : filter.whose }),
    ...(filter.from && { createdFrom: filter.from }),
    ...(filter.to && { createdTo: filter.to }),
    ...(filter.awaiting && { awaitingReply: true }),
    ...(filter.updatedTo && { updatedTo: filter.updatedTo }),
    ...(filter.due === 'overdue' ? { overdue: true } : filter.due && promisedWithin(filter.due, now)),
  }
}

function promisedWithin(due: Exclude<DueFilter, '' | 'overdue'>, now: string) {
  const from = due === 'tomorrow' ? addDays(now, 1) : now
  return { promisedFrom: from, promisedTo: due === 'week' ? addDays(now, 6) : from }
}

/**
 * Which order the list is read in, where that is not the API's own. What is closed is in no order of promises, and of what is
 * ready alone that comes first which has waited longest to be picked up.
 */
export function orderOf({ due, urgent, awaiting, statuses }: TaskFilter): { orderBy?: 'PROMISED_FIRST' | 'LONGEST_READY_FIRST' } {
  const open = statuses.length > 0 && !statuses.includes('CLOSED')
  if (!awaiting && due === '' && statuses.join() === 'READY') return { orderBy: 'LONGEST_READY_FIRST' }
  return !awaiting && (due === 'overdue' || ((due !== '' || urgent) && open)) ? { orderBy: 'PROMISED_FIRST' } : {}
}

/** What the list shows; and each open status, and who waits for an answer, as they would be counted with the rest of the filter. */
export function openCounts(wanted: TaskFilterInput) {
  const { statuses: _, awaitingReply: __, overdue: ___, promisedFrom: ____, promisedTo: _____, ...rest } = wanted
  return {
    listed: wanted,
    overdue: { ...rest, overdue: true },
    awaiting: { ...rest, awaitingReply: true },
    accepted: { ...rest, statuses: ['ACCEPTED' as const] },
    inProgress: { ...rest, statuses: ['IN_PROGRESS' as const] },
    ready: { ...rest, statuses: ['READY' as const] },
  }
}

/** Whether the list would show the task, as far as that can be told here: a search is not compared. */
export function applies(filter: TaskFilterInput, task: Task): boolean {
  const { status, category, employee, createdAt, awaitingReplySince, promisedTime, overdueTime } = task
  const { statuses, categories, employeeId, unassigned, createdFrom, createdTo, updatedTo, awaitingReply } = filter
  const { overdue, promisedFrom, promisedTo } = filter
  const promised = dayOf(promiseOf(promisedTime, config.value.timezone))
  const day = createdAt ?? ''
  return (
    (!statuses || statuses.some((one) => one === status)) &&
    (!categories || categories.some((one) => one === category)) &&
    (!employeeId || employee?.id === employeeId) &&
    (!unassigned || employee === null) &&
    (!createdFrom || day >= createdFrom) &&
    (!createdTo || day <= createdTo) &&
    (!awaitingReply || awaitingReplySince !== null) &&
    (!overdue || isOverdue(overdueTime)) &&
    (!promisedFrom || promised >= promisedFrom) &&
    (!promisedTo || (promised !== '' && promised <= promisedTo)) &&
    // A new one has just been changed.
    !updatedTo
  )
}

export function isSingleDay(filter: TaskFilter): boolean {
  return filter.from !== '' && filter.from === filter.to
}

export function isDefault(filter: TaskFilter): boolean {
  return filterToParams(filter).toString() === ''
}

/** What one tap shows: a single status, the open ones, or with none named all of them. */
export const statusGroups: readonly { name: 'open' | 'closed' | 'any' | Status; statuses: readonly Status[] }[] = [
  { name: 'open', statuses: openStatuses },
  ...openStatuses.map((status) => ({ name: status, statuses: [status] })),
  { name: 'closed', statuses: ['CLOSED'] },
  { name: 'any', statuses: [] },
]

/** The one of them that the filter shows; undefined where it shows another few. */
export function statusGroupOf({ statuses }: TaskFilter) {
  return statusGroups.find((group) => sameStatuses(group.statuses, statuses))
}

/** One of several at a time, for the panel of filters. */
export function toggleStatus(filter: TaskFilter, status: Status): TaskFilter {
  const chosen = filter.statuses.includes(status)
    ? filter.statuses.filter((other) => other !== status)
    : [...filter.statuses, status]
  return { ...filter, statuses: inOrder(chosen) }
}

function whose(text: string | null): string {
  return text !== null && /^(mine|nobody|\d+)$/.test(text) ? text : ''
}

function statusesFrom(text: string | null): readonly Status[] {
  if (text === null) return openStatuses
  if (text === 'any') return []
  const named = text.split(',')
  const known = statuses.filter((status) => named.includes(status))
  return known.length > 0 ? known : openStatuses
}

function inOrder(chosen: readonly Status[]): Status[] {
  return statuses.filter((status) => chosen.includes(status))
}

function sameStatuses(one: readonly Status[], other: readonly Status[]): boolean {
  return inOrder(one).join() === inOrder(other).join()
}

function dayFrom(text: string | null): string {
  return text !== null && dayPattern.test(text) && !Number.isNaN(Date.parse(text)) ? text : ''
}
