import { describe, expect, it } from 'vitest'
import { defaultFilter, filterFromParams, filterToParams, filterToVariables, toggleStatus } from './filter'

const read = (query: string) => filterFromParams(new URLSearchParams(query))

describe('a filter', () => {
  it('shows open tasks at first', () => {
    expect(read('')).toEqual(defaultFilter)
    expect(filterToVariables(read(''))).toEqual({ statuses: ['ACCEPTED', 'IN_PROGRESS', 'READY'] })
    expect(filterToParams(defaultFilter).toString()).toBe('')
  })

  it('asks for any status when none is chosen', () => {
    const any = { ...defaultFilter, statuses: [] }
    expect(filterToParams(any).toString()).toBe('status=any')
    expect(filterToVariables(any)).toEqual({})
    expect(read('status=any').statuses).toEqual([])
  })

  it('combines everything', () => {
    const filter = read('phone=8+917&status=CLOSED,READY&category=REPAIR&from=2024-02-01&to=2024-02-29')
    expect(filterToVariables(filter)).toEqual({
      customerPhone: '8 917',
      statuses: ['READY', 'CLOSED'],
      category: 'REPAIR',
      dateStart: '2024-02-01',
      dateEnd: '2024-02-29',
    })
  })

  it('asks for one day as a day, and for a half-open interval as it is', () => {
    expect(filterToVariables(read('status=any&day=2024-02-29'))).toEqual({ createdAt: '2024-02-29' })
    expect(filterToVariables(read('status=any&to=2024-02-29'))).toEqual({ dateEnd: '2024-02-29' })
    expect(filterToParams(read('from=2024-02-29&to=2024-02-29')).toString()).toBe('day=2024-02-29')
  })

  it('leaves out what makes no sense', () => {
    expect(read('status=LOST&category=X&day=yesterday&from=2024-13-45')).toEqual(defaultFilter)
  })

  it('takes a status in and out, in the order of a task’s life', () => {
    const more = toggleStatus({ ...defaultFilter, statuses: ['READY'] }, 'ACCEPTED')
    expect(more.statuses).toEqual(['ACCEPTED', 'READY'])
    expect(toggleStatus(more, 'READY').statuses).toEqual(['ACCEPTED'])
  })
})
