import { changeStatus } from '../change-status'
import { nextStatus } from '../domain/status'
import type { Status, Task } from '../graphql/types'
import { t } from '../locale'
import { format, route, taskRoute } from '../router'
import { nameOf } from './customer-row'
import { Icon } from './icon'
import { useMinute } from './use-minute'
import { waitInWords } from './wait'

interface Properties {
  task: Task
  /** In place of the customer, on the customer's own card: the day. */
  day?: string
}

/** A task in a list: a tap opens its card, the button sets its next status. */
export function TaskRow({ task, day }: Properties) {
  const { id, customer, status } = task
  const category = task.category ?? 'OTHER'
  // The card, or the form of it.
  const at = route.value
  const current = 'id' in at && at.screen.startsWith('task') && at.id === id
  const number = t('task.title', { id })
  const whose = customer ? nameOf(customer) : t('task.withoutCustomer')
  const phone = day === undefined && customer?.name ? customer.phone : null
  const facts = [day ?? `№ ${id}`, phone ?? t(`category.${category}`)]

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
        aria-label={day === undefined ? `${number}, ${whose}` : undefined}
        aria-current={current ? 'page' : undefined}
      >
        {day === undefined ? whose : number}
      </a>
      {status && <StatusPill status={status} />}
      {task.description && <span class="task-description">{task.description}</span>}
      <span class="task-facts quiet">
        {task.awaitingReplySince && <Waits since={task.awaitingReplySince} />}
        <span class="fact">{facts[0]} ·</span> <span class="fact">{facts[1]}</span>
      </span>
      {status && <NextButton id={id} status={status} />}
    </li>
  )
}

/** How long the customer has been waiting for an answer. */
function Waits({ since }: { since: string }) {
  useMinute()
  return <span class="waits">{t('task.waits', { span: waitInWords(since) })}</span>
}

function NextButton({ id, status }: { id: string; status: Status }) {
  const next = nextStatus(status)
  if (next === null) return null
  return (
    <button
      type="button"
      class="next-button"
      aria-label={t('tasks.advance', { id, action: t(`next.${next}`) })}
      onClick={() => void changeStatus({ id, status }, next)}
    >
      {t(`next.${next}`)}
      <Icon name="next" />
    </button>
  )
}

function StatusPill({ status }: { status: Status }) {
  return <span class={`pill pill-${status}`}>{t(`status.${status}`)}</span>
}
