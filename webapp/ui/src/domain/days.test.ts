import { describe, expect, it, vi } from 'vitest'
import { config } from '../config'
import { dayInWords } from './day-in-words'
import { addDays, clockTime, momentInWords, timeInWords, today } from './days'

describe('days', () => {
  it('begin at midnight of the business’s zone', () => {
    const evening = new Date('2024-05-01T21:30:00Z')
    expect(today('Europe/Moscow', evening)).toBe('2024-05-02')
    expect(today('Europe/London', evening)).toBe('2024-05-01')
  })

  it('are told by the clock that the page brings, as long as it is right', () => {
    const clock = { offset: 120, since: '2024-03-31T01:00:00Z', until: '2024-10-27T01:00:00Z' }
    const before = config.value
    config.value = { ...before, timezone: 'Europe/Berlin', clock: { ...clock, offset: 24 * 60 } } // so that it shows
    expect(today('Europe/Berlin', new Date('2024-05-01T12:00:00Z'))).toBe('2024-05-02')
    expect(today('Europe/Berlin', new Date('2024-03-31T00:59:00Z'))).toBe('2024-03-31')
    expect(today('Europe/Berlin', new Date('2024-10-27T01:00:00Z'))).toBe('2024-10-27')
    expect(today('Europe/London', new Date('2024-05-01T12:00:00Z'))).toBe('2024-05-01')
    config.value = before
  })

  it('are counted over months and years', () => {
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01')
  })

  it('are said with the year only where it is another one', () => {
    expect(dayInWords('2024-03-12', '2024-05-01', 'ru')).toBe('12 марта')
    expect(dayInWords('2023-03-12', '2024-05-01', 'ru')).toBe('12 марта 2023 г.')
    expect(dayInWords('2024-03-12', '2024-05-01', 'en')).toBe('March 12')
    expect(dayInWords('2023-03-12', '2024-05-01', 'en')).toBe('March 12, 2023')
  })

  it('have the time of the business’s clock, as each language writes it', () => {
    const time = (language: string) => timeInWords('2024-05-01T06:05:00Z', 'Europe/Moscow', language).replace(/\s/, ' ')
    expect(time('ru')).toBe('09:05')
    expect(time('en')).toBe('9:05 AM')
  })

  it('of a zone that an older browser knows by its former name, or not at all, are told all the same', () => {
    const { DateTimeFormat } = Intl
    const before = config.value
    const older = function (language: string, options: Intl.DateTimeFormatOptions = {}) {
      if (['Europe/Kyiv', 'Mars/Base'].includes(options.timeZone ?? '')) throw new RangeError('Invalid time zone specified')
      return new DateTimeFormat(language, options)
    }
    vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(older as typeof DateTimeFormat)
    expect(timeInWords('2024-01-15T12:00:00Z', 'Europe/Kyiv', 'ru')).toBe('14:00')
    expect(timeInWords('2024-06-15T12:00:00Z', 'Europe/Kyiv', 'ru')).toBe('15:00')
    config.value = { ...before, timezone: 'Mars/Base', clock: { offset: 180, since: null, until: null } }
    expect(timeInWords('2024-01-15T12:00:00Z', 'Mars/Base', 'ru')).toBe('15:00')
    expect(momentInWords('2024-01-15T22:00:00Z', 'Mars/Base', 'ru')).toMatch(/^16 января 2024 г\. в 01:00$/)
    expect(clockTime('2024-01-15T22:00:00Z', 'Mars/Base')).toBe('2024-01-16T01:00')
    config.value = before
    vi.restoreAllMocks()
  })

  it('that are none are shown as they are', () => {
    expect(dayInWords('soon', '2024-05-01', 'ru')).toBe('soon')
  })
})
