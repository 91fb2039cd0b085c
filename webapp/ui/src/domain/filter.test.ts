import { describe, expect, it } from 'vitest'
import { applies, defaultFilter, filterFromParams, filterToParams, filterToVariables, toggleStatus } from './filter'
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

  it('takes a status in and out, in the order of a task’s life', () => {
    const more = toggleStatus({ ...defaultFilter, statuses: ['READY'] }, 'ACCEPTED')
    expect(more.statuses).toEqual(['ACCEPTED', 'READY'])
    expect(toggleStatus(more, 'READY').statuses).toEqual(['ACCEPTED'])
  })
})

describe('whether a new task belongs into the list', () => {
  const task: Task = {
    __typename: 'TaskType',
    id: '1',
    createdAt: '2024-02-29',
    category: 'REPAIR',
    status: 'ACCEPTED',
    awaitingReplySince: null, description: '',
    employee: { __typename: 'UserType', id: '7', email: 'a@example.com', name: null },
    customer: null,
  }
  const belongs = (query: string) => applies(filterToVariables(read(query), '7'), task)

  it('does not belong among those who wait for an answer unless its customer does', () => {
    expect(applies({ awaitingReply: true }, task)).toBe(false)
    expect(applies({ awaitingReply: true }, { ...task, awaitingReplySince: '2024-02-29T09:00:00Z' })).toBe(true)
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
