import type { Shop } from '../../graphql/paper'
import { t } from '../../locale/paper'

type Day = Shop['hours'][number]

/** "Пн–Пт 10:00–20:00, Сб 11:00–18:00": days in a row with the same hours are one. */
export function hoursInWords(hours: readonly Day[]): string {
  const runs: { first: Day; last: Day }[] = []
  for (const day of [...hours].sort((one, other) => one.day - other.day)) {
    const run = runs.at(-1)
    if (run && run.last.day === day.day - 1 && run.last.from === day.from && run.last.to === day.to) run.last = day
    else runs.push({ first: day, last: day })
  }
  return runs
    .map(({ first, last }) => {
      const days = first.day === 1 && last.day === 7 ? t('hours.daily') : [...new Set([first.day, last.day])].map((day) => t(`day.${day}` as 'day.1')).join('–')
      return `${days} ${first.from}–${first.to}`
    })
    .join(', ')
}
