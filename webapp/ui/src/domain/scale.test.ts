import { describe, expect, it } from 'vitest'
import { spanOf } from './duration'
import { ticks, weeksOf } from './scale'

describe('the lines of a chart', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [6, [0, 2, 4, 6]],
    [18, [0, 5, 10, 15, 20]],
    [1234, [0, 500, 1000, 1500]],
  ])('up to %i are round', (largest, lines) => {
    expect(ticks(largest)).toEqual(lines)
  })
})

describe('weeks', () => {
  const days = Array.from({ length: 16 }, (_, index) => ({
    day: `2026-03-${String(index + 1).padStart(2, '0')}`,
    created: 1,
    closed: index,
    medianSecondsToReady: null,
  }))

  it('end with the last day, so that only the first may be short', () => {
    expect(weeksOf(days)).toEqual([
      { day: '2026-03-01', created: 2, closed: 1 },
      { day: '2026-03-03', created: 7, closed: 35 },
      { day: '2026-03-10', created: 7, closed: 84 },
    ])
    expect(weeksOf([])).toEqual([])
  })
})

describe('a time span', () => {
  it.each([
    [20, 'minutes', 1],
    [600, 'minutes', 10],
    [2 * 3600, 'hours', 2],
    [47 * 3600, 'hours', 47],
    [50 * 3600, 'days', 2],
    [8.6 * 86400, 'days', 9],
  ] as const)('of %i s is said in %s', (seconds, unit, count) => {
    expect(spanOf(seconds)).toEqual({ unit, count })
  })
})
