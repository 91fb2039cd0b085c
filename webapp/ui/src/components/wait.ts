import { spanOf } from '../domain/duration'
import { t } from '../locale'

/** How long somebody has been waiting: "25 мин", "3 ч", "2 дн". */
export function waitInWords(since: string): string {
  const { unit, count } = spanOf(Math.max(0, (Date.now() - Date.parse(since)) / 1000))
  return t(`wait.${unit}`, { count })
}
