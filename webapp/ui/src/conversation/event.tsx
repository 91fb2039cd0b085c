import { mutate } from '../api/client'
import { inWords } from '../api/problem'
import { clockInWords } from '../components/moment'
import { categories, statuses } from '../domain/status'
import { UndoStatus } from '../graphql/tasks'
import type { Notification, TaskDetails, TaskEvent } from '../graphql/types'
import { t } from '../locale/conversation'
import { withToast } from '../with-toast'
import { isRefused, Refused, stateInWords, useSecondsUntil } from './delivery'

interface Properties {
  event: TaskEvent
  /** The message to the customer about it. */
  told: Notification | null
}

/** Who did what with the task, between the messages. */
export function EventLine({ event, told }: Properties) {
  const { actor, actorName, at } = event
  return (
    <li class="line-event">
      <p>
        {actorName ?? t(`history.actor.${actor}`)} · {whatInWords(event)} · <time dateTime={at}>{clockInWords(at)}</time>
      </p>
      {told && <Told notification={told} />}
    </li>
  )
}

/** A message of the bot that belongs to nothing that was done. */
export function ToldLine({ told }: { told: Notification }) {
  return (
    <li class="line-event">
      <p>{t('told.status', { status: statusInWords(told.status) })}</p>
      <Told notification={told} />
    </li>
  )
}

function Told({ notification }: { notification: Notification }) {
  return (
    <>
      <p class="told-customer" data-state={isRefused(notification) ? 'REFUSED' : notification.state}>
        {t('told.customer', { state: stateInWords(notification) })}
      </p>
      <Refused notification={notification} />
    </>
  )
}

/** While the customer has not been told of it, a change of the status can be taken back. */
export function UndoLine({ task: { id, undoUntil } }: { task: TaskDetails }) {
  const left = useSecondsUntil(undoUntil)
  if (left === 0) return null
  return (
    <li class="line-event">
      <button type="button" class="plain-button" onClick={() => void undo(id)}>
        {t('told.undo', { count: left })}
      </button>
    </li>
  )
}

function undo(id: string): Promise<boolean> {
  return withToast(
    async () => {
      await mutate(UndoStatus, { id })
      return t('told.undone')
    },
    (problem) => (problem.code === 'CONFLICT' ? t('told.late') : inWords(problem)),
  )
}

/** What the API will tell of one day is a change too. */
function whatInWords({ kind, from, to }: TaskEvent): string {
  switch (kind as string) {
    case 'CREATED':
      return t('history.created')
    case 'STATUS':
      return `${statusInWords(from)} → ${statusInWords(to)}`
    case 'CATEGORY':
      return `${t('task.category')}: ${categoryInWords(from)} → ${categoryInWords(to)}`
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
    default:
      return t('history.unknown')
  }
}

function statusInWords(name: string | null): string {
  const status = statuses.find((status) => status === name)
  return status ? t(`status.${status}`) : (name ?? '')
}

function categoryInWords(name: string | null): string {
  const category = categories.find((category) => category === name)
  return category ? t(`category.${category}`) : (name ?? '')
}
