import { useEffect } from 'preact/hooks'
import { changeStatus } from '../change-status'
import { itemName } from '../domain/item'
import { memberName } from '../domain/member'
import { nextStatus } from '../domain/status'
import type { Status, Task } from '../graphql/types'
import { t } from '../locale'
import { format, route, taskRoute } from '../router'
import { CallButton } from './call-button'
import { nameOf } from './customer-row'
import { Icon } from './icon'
import { Promised } from './promise'
import { tappedTask } from './tapped-task'
import { useMinute } from './use-minute'
import { useRest } from './use-rest'
import { readyInWords, waitInWords } from './wait'

interface Properties {
  task: Task
  /** In place of the customer, on the customer's own card: the day. */
  day?: string
  /** In the queue of what waits to be picked up: who sees to it, and a call. */
  toPickUp?: boolean
  /** Rows have just moved: a tap on an action was meant for another one. */
  resting?: boolean
}

/** A task in a list: a tap opens its card, the button sets its next status. */
export function TaskRow({ task, day, toPickUp = false, resting = false }: Properties) {
  const { id, customer, status } = task
  useEffect(() => {
    if (tappedTask.peek()?.id === id) tappedTask.value = task
  }, [task])
  const category = task.category ?? 'OTHER'
  // The card, or the form of it.
  const at = route.value
  const current = 'id' in at && at.screen.startsWith('task') && at.id === id
  const number = t('task.title', { id })
  const whose = customer ? nameOf(customer) : t('task.withoutCustomer')
  const phone = day === undefined && customer?.name ? customer.phone : null
  const about = [itemName(task.item), task.description].filter(Boolean).join('. ')
  const who = toPickUp && (task.employee ? memberName(task.employee) : t('task.nobody'))
  const facts = [day ?? t('task.number', { id }), who || (phone ?? t(`category.${category}`))]

  return (
    <li class="task-row" data-current={current}>
      <span class={`tile tile-${category}`} title={t(`category.${category}`)}>
        <Icon name={category} />
        <span class="visually-hidden">{t(`category.${category}`)}</span>
      </span>
      <a
        id={`task-${id}`}
        class="row-title whole-row"
        href={format(taskRoute(id))}
        onClick={() => (tappedTask.value = task)}
        aria-label={day === undefined ? `${number}, ${whose}` : undefined}
        aria-current={current ? 'page' : undefined}
      >
        {day === undefined ? whose : number}
      </a>
      {status && !(toPickUp && status === 'READY') && <StatusPill status={status} />}
      {about && <span class="task-description">{about}</span>}
      <span class="task-facts quiet">
        {task.awaitingReplySince && <Waits since={task.awaitingReplySince} />}
        <Promised task={task} />
        {status === 'READY' && task.readySince && <Ready since={task.readySince} />}
        <span class="fact-list">
          <span class="fact-lines">
            <span class="fact">{facts[0]}</span>{' '}
            <span class="fact">
              <span class="fact-dot">· </span>
              {facts[1]}
            </span>
          </span>
        </span>
      </span>
      {status && (
        <span class="task-actions">
          {toPickUp && customer?.phone && <CallButton phone={customer.phone} resting={resting} />}
          <NextButton id={id} status={status} resting={resting} />
        </span>
      )}
    </li>
  )
}

/** How long the customer has been waiting for an answer. */
function Waits({ since }: { since: string }) {
  useMinute()
  return <span class="waits">{t('task.waits', { span: waitInWords(since) })}</span>
}

/** How long it has been waiting to be picked up. */
function Ready({ since }: { since: string }) {
  useMinute()
  return <span class="ready-since">{readyInWords(since)}</span>
}

function NextButton({ id, status, resting }: { id: string; status: Status; resting: boolean }) {
  const next = nextStatus(status)
  const rests = useRest(status) || resting
  if (next === null) return null
  return (
    <button
      type="button"
      class="next-button"
      aria-disabled={rests}
      aria-label={t('tasks.advance', { id, action: t(`next.${next}`) })}
      onClick={() => !rests && void changeStatus({ id, status }, next)}
    >
      {t(`next.${next}`)}
      <Icon name="next" />
    </button>
  )
}

function StatusPill({ status }: { status: Status }) {
  return <span class={`pill pill-${status}`}>{t(`status.${status}`)}</span>
}
