/** A time span in the largest unit that says enough of it. */
export interface Span {
  unit: 'minutes' | 'hours' | 'days'
  count: number
}

const minute = 60
const hour = 60 * minute
const day = 24 * hour

export function spanOf(seconds: number): Span {
  if (seconds < 1.5 * hour) return { unit: 'minutes', count: Math.max(1, Math.round(seconds / minute)) }
  if (seconds < 2 * day) return { unit: 'hours', count: Math.round(seconds / hour) }
  return { unit: 'days', count: Math.round(seconds / day) }
}
