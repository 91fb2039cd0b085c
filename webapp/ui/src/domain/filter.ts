import type { TaskFilterInput } from '../graphql/task-list'
import type { Category, Status, Task } from '../graphql/types'
import { categories, openStatuses, statuses } from './status'

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
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/

/** Reads what an address says; what makes no sense is left out. */
export function filterFromParams(params: URLSearchParams): TaskFilter {
  const day = dayOf(params.get('day'))
  return {
    search: params.get('search') ?? '',
    statuses: statusesFrom(params.get('status')),
    category: categories.find((category) => category === params.get('category')) ?? '',
    whose: whose(params.get('whose')),
    from: day || dayOf(params.get('from')),
    to: day || dayOf(params.get('to')),
    awaiting: params.has('awaiting'),
    updatedTo: dayOf(params.get('unchanged')),
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
  return params
}

/** `me` is the id of who is logged in. */
export function filterToVariables(filter: TaskFilter, me: string): TaskFilterInput {
  return {
    ...(filter.search && { search: filter.search }),
    ...(filter.statuses.length > 0 && { statuses: inOrder(filter.statuses) }),
    ...(filter.category && { categories: [filter.category] }),
    ...(filter.whose === 'nobody' ? { unassigned: true } : filter.whose && { employeeId: filter.whose === 'mine' ? me : filter.whose }),
    ...(filter.from && { createdFrom: filter.from }),
    ...(filter.to && { createdTo: filter.to }),
    ...(filter.awaiting && { awaitingReply: true }),
    ...(filter.updatedTo && { updatedTo: filter.updatedTo }),
  }
}

/** Each open status, and who waits for an answer, as they would be counted with the rest of the filter. */
export function openCounts(wanted: TaskFilterInput) {
  const { statuses: _, awaitingReply: __, ...rest } = wanted
  return {
    awaiting: { ...rest, awaitingReply: true },
    accepted: { ...rest, statuses: ['ACCEPTED' as const] },
    inProgress: { ...rest, statuses: ['IN_PROGRESS' as const] },
    ready: { ...rest, statuses: ['READY' as const] },
  }
}

/** Whether the list would show the task, as far as that can be told here: a search is not compared. */
export function applies(filter: TaskFilterInput, { status, category, employee, createdAt, awaitingReplySince }: Task): boolean {
  const { statuses, categories, employeeId, unassigned, createdFrom, createdTo, updatedTo, awaitingReply } = filter
  const day = createdAt ?? ''
  return (
    (!statuses || statuses.some((one) => one === status)) &&
    (!categories || categories.some((one) => one === category)) &&
    (!employeeId || employee?.id === employeeId) &&
    (!unassigned || employee === null) &&
    (!createdFrom || day >= createdFrom) &&
    (!createdTo || day <= createdTo) &&
    (!awaitingReply || awaitingReplySince !== null) &&
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

function dayOf(text: string | null): string {
  return text !== null && dayPattern.test(text) && !Number.isNaN(Date.parse(text)) ? text : ''
}
