import { config } from '../config'
import { addDays, dayInWords, dayOfMoment, timeInWords, today } from '../domain/days'
import type { TaskEvent } from '../graphql/types'
import { language } from '../locale'
import { t, type CardKey } from '../locale/cards'
import { Section } from './section'

/** Who changed what, in words, the newest first. */
export function TaskHistory({ events }: { events: readonly TaskEvent[] }) {
  return (
    <Section title={t('history.title')}>
      <ol class="history">
        {[...events].reverse().map((event) => (
          <li key={event.id}>
            <span class="history-what">{whatInWords(event)}</span>
            <span class="quiet">{[whoInWords(event), momentInWords(event.at)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

export function whatInWords({ kind, from, to }: TaskEvent): string {
  switch (kind) {
    case 'CREATED':
      return t('history.created')
    case 'STATUS':
      return `${t(`status.${from}` as CardKey)} → ${t(`status.${to}` as CardKey)}`
    case 'CATEGORY':
      return `${t('task.category')}: ${t(`category.${from}` as CardKey)} → ${t(`category.${to}` as CardKey)}`
    case 'DESCRIPTION':
      return t('history.description')
    case 'EMPLOYEE':
      return to ? t('history.employee', { name: to }) : t('history.noEmployee')
    case 'CUSTOMER':
      return from || to ? t('history.customer', { from: from ?? '', to: to ?? '' }) : t('history.customer.unnamed')
    case 'MESSAGE_FILED':
      if (from && to) return t('history.message.moved', { from, to })
      return to ? t('history.message.filed') : t('history.message.unfiled')
    case 'DELETED':
      return t('history.deleted')
  }
}

function whoInWords({ actor, actorName }: TaskEvent): string {
  return actorName ?? t(`history.actor.${actor}`)
}

/** "сегодня в 14:05". */
export function momentInWords(moment: string): string {
  const { timezone } = config.value
  const day = dayOfMoment(moment, timezone)
  const now = today(timezone)
  const time = timeInWords(moment, timezone, language.value)
  if (day === now) return t('moment.today', { time })
  if (day === addDays(now, -1)) return t('moment.yesterday', { time })
  return t('moment', { day: dayInWords(day, now, language.value), time })
}
