import type { Day } from '../graphql/overview'

/** A few round values from 0 to at least the largest one, for the lines of a chart. */
export function ticks(largest: number, most = 4): number[] {
  const rough = Math.max(largest, 1) / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? 1)
  return Array.from({ length: Math.ceil(Math.max(largest, 1) / step) + 1 }, (_, index) => index * step)
}

/** Days summed up by seven, counted back from the last one, so that the last week is a whole one. */
export function weeksOf(days: readonly Day[]): Pick<Day, 'day' | 'created' | 'closed'>[] {
  const weeks: { day: string; created: number; closed: number }[] = []
  for (let end = days.length; end > 0; end -= 7) {
    const week = days.slice(Math.max(0, end - 7), end)
    weeks.unshift({
      day: week[0]!.day,
      created: week.reduce((sum, { created }) => sum + created, 0),
      closed: week.reduce((sum, { closed }) => sum + closed, 0),
    })
  }
  return weeks
}
