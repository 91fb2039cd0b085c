import { describe, expect, it } from 'vitest'
import { addDays, dayInWords, today } from './days'

describe('days', () => {
  it('begin at midnight of the business’s zone', () => {
    const evening = new Date('2024-05-01T21:30:00Z')
    expect(today('Europe/Moscow', evening)).toBe('2024-05-02')
    expect(today('Europe/London', evening)).toBe('2024-05-01')
  })

  it('are counted over months and years', () => {
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01')
  })

  it('are said with the year only where it is another one', () => {
    expect(dayInWords('2024-03-12', '2024-05-01', 'ru')).toBe('12 марта')
    expect(dayInWords('2023-03-12', '2024-05-01', 'ru')).toBe('12 марта 2023 г.')
    expect(dayInWords('2024-03-12', '2024-05-01', 'en')).toBe('March 12')
  })

  it('that are none are shown as they are', () => {
    expect(dayInWords('soon', '2024-05-01', 'ru')).toBe('soon')
  })
})
