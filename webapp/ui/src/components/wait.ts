import { serverNow } from '../clock'
import { spanOf } from '../domain/duration'
import { t } from '../locale'

/** How long somebody has been waiting: "25 мин", "3 ч", "2 дн". */
export function waitInWords(since: string): string {
  const { unit, count } = spanSince(since)
  return t(`wait.${unit}`, { count })
}

/** How long something has been ready: "готово 4 дня". */
export function readyInWords(since: string): string {
  const { unit, count } = spanSince(since)
  return t(`ready.${unit}`, { count })
}

function spanSince(since: string) {
  return spanOf(Math.max(0, (serverNow() - Date.parse(since)) / 1000))
}
