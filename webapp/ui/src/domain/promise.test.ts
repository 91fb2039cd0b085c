import { describe, expect, it } from 'vitest'
import { dueOf, hourOf, isOverdue, promiseOf, withHour } from './promise'

const moscow = 'Europe/Moscow'

describe('a promise', () => {
  it('is a day, or a day and the hour, by the business’s clock', () => {
    expect(promiseOf('2026-03-04T21:00:00Z', moscow)).toBe('2026-03-05')
    expect(promiseOf('2026-03-05T15:00:00Z', moscow)).toBe('2026-03-05T18:00')
    expect(promiseOf(null, moscow)).toBe('')
  })

  it('has an hour only where it has a day', () => {
    expect(hourOf('2026-03-05T18:00')).toBe('18:00')
    expect(hourOf('2026-03-05')).toBe('')
    expect(withHour('2026-03-05', '18:00')).toBe('2026-03-05T18:00')
    expect(withHour('2026-03-05T18:00', '')).toBe('2026-03-05')
    expect(withHour('', '18:00')).toBe('')
  })

  it('stands in its part of the queue', () => {
    const now = Date.parse('2026-03-05T10:00:00Z')
    const due = (promisedTime: string | null, overdueTime: string | null) =>
      dueOf({ promisedTime, overdueTime }, '2026-03-05', moscow, now)
    expect(due('2026-03-03T21:00:00Z', '2026-03-04T21:00:00Z')).toBe('overdue')
    expect(due('2026-03-04T21:00:00Z', '2026-03-05T21:00:00Z')).toBe('today')
    expect(due('2026-03-05T21:00:00Z', '2026-03-06T21:00:00Z')).toBe('tomorrow')
    expect(due('2026-03-09T21:00:00Z', '2026-03-10T21:00:00Z')).toBe('later')
    expect(due('2026-03-03T21:00:00Z', null)).toBe('none')
    expect(due(null, null)).toBe('none')
    expect(isOverdue('2026-03-05T10:00:00Z', now)).toBe(true)
  })
})
