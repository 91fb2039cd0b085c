import { describe, expect, it } from 'vitest'
import { applies, defaultFilter, filterFromParams, filterToParams, filterToVariables, orderOf, statusGroupOf, statusGroups, toggleStatus } from './filter'
import type { Task } from '../graphql/types'

const read = (query: string) => filterFromParams(new URLSearchParams(query))

describe('a filter', () => {
  it('shows open tasks at first', () => {
    expect(read('')).toEqual(defaultFilter)
    expect(filterToVariables(read(''), '1')).toEqual({ statuses: ['ACCEPTED', 'IN_PROGRESS', 'READY'] })
    expect(filterToParams(defaultFilter).toString()).toBe('')
  })

  it('asks for any status when none is chosen', () => {
    const any = { ...defaultFilter, statuses: [] }
    expect(filterToParams(any).toString()).toBe('status=any')
    expect(filterToVariables(any, '1')).toEqual({})
    expect(read('status=any').statuses).toEqual([])
  })

  it('combines everything', () => {
    const filter = read('search=8+917&status=CLOSED,READY&category=REPAIR&whose=mine&from=2024-02-01&to=2024-02-29')
    expect(filterToVariables(filter, '7')).toEqual({
      search: '8 917',
      statuses: ['READY', 'CLOSED'],
      categories: ['REPAIR'],
      employeeId: '7',
      createdFrom: '2024-02-01',
      createdTo: '2024-02-29',
    })
    expect(filterToVariables(read('status=any&whose=nobody'), '7')).toEqual({ unassigned: true })
  })

  it('writes one day as a day, and asks for a half-open interval as it is', () => {
    expect(filterToVariables(read('status=any&day=2024-02-29'), '1')).toEqual({
      createdFrom: '2024-02-29',
      createdTo: '2024-02-29',
    })
    expect(filterToVariables(read('status=any&to=2024-02-29'), '1')).toEqual({ createdTo: '2024-02-29' })
    expect(filterToParams(read('from=2024-02-29&to=2024-02-29')).toString()).toBe('day=2024-02-29')
  })

  it('asks for those who wait for an answer', () => {
    const waiting = read('status=any&awaiting=reply')
    expect(filterToVariables(waiting, '1')).toEqual({ awaitingReply: true })
    expect(filterToParams(waiting).toString()).toBe('status=any&awaiting=reply')
  })

  it('leaves out what makes no sense', () => {
    expect(read('status=LOST&category=X&whose=all&day=yesterday&from=2024-13-45')).toEqual(defaultFilter)
  })

  it('is of one group of statuses, or of several that somebody has put together', () => {
    expect(statusGroups.map(({ name }) => name)).toEqual(['open', 'ACCEPTED', 'IN_PROGRESS', 'READY', 'closed', 'any'])
    expect(statusGroupOf(defaultFilter)?.name).toBe('open')
    expect(statusGroupOf(read('status=READY'))?.name).toBe('READY')
    expect(statusGroupOf(read('status=any'))?.name).toBe('any')
    expect(statusGroupOf(read('status=READY,CLOSED'))).toBeUndefined()
  })

  it('takes a status in and out, in the order of a task’s life', () => {
    const more = toggleStatus({ ...defaultFilter, statuses: ['READY'] }, 'ACCEPTED')
    expect(more.statuses).toEqual(['ACCEPTED', 'READY'])
    expect(toggleStatus(more, 'READY').statuses).toEqual(['ACCEPTED'])
  })
})

describe('what is promised', () => {
  const monday = (query: string) => filterToVariables(read(`status=any&${query}`), '1', '2026-03-02')

  it('is asked for by its days', () => {
    expect(monday('due=overdue')).toEqual({ overdue: true })
    expect(monday('due=today')).toEqual({ promisedFrom: '2026-03-02', promisedTo: '2026-03-02' })
    expect(monday('due=tomorrow')).toEqual({ promisedFrom: '2026-03-03', promisedTo: '2026-03-03' })
    expect(monday('due=week')).toEqual({ promisedFrom: '2026-03-02', promisedTo: '2026-03-08' })
    expect(filterToParams(read('due=week&sort=due')).toString()).toBe('due=week&sort=due')
    expect(read('due=never').due).toBe('')
  })

  it('orders the list where all of it is open', () => {
    const ordered = (query: string) => orderOf(read(query)).orderBy === 'PROMISED_FIRST'
    expect(['sort=due', 'due=week', 'due=overdue&status=any'].filter(ordered)).toHaveLength(3)
    expect(orderOf(read('status=READY'))).toEqual({ orderBy: 'LONGEST_READY_FIRST' })
    expect(['status=READY&awaiting=reply', 'status=READY,CLOSED'].map((query) => orderOf(read(query)))).toEqual([{}, {}])
    expect(['', 'sort=due&status=any', 'sort=due&status=READY,CLOSED', 'due=today&status=any', 'sort=due&awaiting=reply'].filter(ordered)).toEqual([])
  })
})

describe('whether a new task belongs into the list', () => {
  const task: Task = {
    __typename: 'TaskType',
    id: '1',
    createdAt: '2024-02-29',
    category: 'REPAIR',
    status: 'ACCEPTED',
    awaitingReplySince: null, description: '', item: null, promisedTime: null, overdueTime: null, readySince: null,
    employee: { __typename: 'UserType', id: '7', email: 'a@example.com', name: null },
    customer: null,
  }
  const belongs = (query: string) => applies(filterToVariables(read(query), '7'), task)

  it('does not belong among those who wait for an answer unless its customer does', () => {
    expect(applies({ awaitingReply: true }, task)).toBe(false)
    expect(applies({ awaitingReply: true }, { ...task, awaitingReplySince: '2024-02-29T09:00:00Z' })).toBe(true)
  })

  it('follows from what is promised', () => {
    const promised = { ...task, promisedTime: '2026-03-04T21:00:00Z', overdueTime: '2026-03-05T21:00:00Z' }
    expect(applies({ promisedFrom: '2026-03-05', promisedTo: '2026-03-05' }, promised)).toBe(true)
    expect(applies({ promisedFrom: '2026-03-06' }, promised)).toBe(false)
    expect(applies({ promisedTo: '2026-03-06' }, task)).toBe(false)
    expect(applies({ overdue: true }, { ...promised, overdueTime: '2020-01-01T00:00:00Z' })).toBe(true)
    expect(applies({ overdue: true }, task)).toBe(false)
  })

  it('follows from every part of the filter but the search', () => {
    for (const query of ['', 'status=any', 'category=REPAIR', 'whose=mine', 'whose=7', 'day=2024-02-29', 'search=x']) {
      expect(belongs(query), query).toBe(true)
    }
    for (const query of ['status=READY', 'category=OTHER', 'whose=nobody', 'whose=8', 'from=2024-03-01', 'to=2024-02-28', 'unchanged=2024-02-29']) {
      expect(belongs(query), query).toBe(false)
    }
    expect(applies(filterToVariables(read('whose=nobody'), '7'), { ...task, employee: null })).toBe(true)
  })
})
