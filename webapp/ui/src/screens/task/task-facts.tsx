import { useId, useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { inWords, Problem } from '../../api/problem'
import { CallButton } from '../../components/call-button'
import { ChatButton } from '../../components/chat-button'
import { Avatar, CustomerFace, isUnproven, nameOf } from '../../components/customer-row'
import { Icon } from '../../components/icon'
import { momentInWords } from '../../components/moment'
import { DeleteTask } from '../../graphql/tasks'
import type { TaskDetails } from '../../graphql/types'
import { t } from '../../locale/conversation'
import { allCustomers, format, leaveFor, type Route } from '../../router'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { TaskPhotos } from './task-photos'

interface Properties {
  task: TaskDetails
  at: Extract<Route, { screen: 'task' | 'task-edit' }>
}

/** Whose the task is and what is to be done, in a line; the rest when it is asked for. */
export function TaskFacts({ task, at }: Properties) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const { customer, description } = task
  const category = t(`category.${task.category ?? 'OTHER'}`)
  return (
    <section class="card task-about" aria-label={t('task.details')}>
      <div class="customer-row">
        <button type="button" class="row-link" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {customer && <Avatar customer={customer} />}
          <span class="row-text">
            <span class="row-title">{customer ? nameOf(customer) : t('task.withoutCustomer')}</span>
            {customer && isUnproven(customer) && <span class="row-facts unproven">{t('customer.unproven')}</span>}
            {!open && <span class="task-short">{description || category}</span>}
          </span>
          <span class="visually-hidden">{t('facts.more')}</span>
          <Icon name="down" />
        </button>
        {customer?.phone && <CallButton phone={customer.phone} />}
      </div>
      <div id={id} class="task-all" hidden={!open}>
        {customer ? (
          <div class="customer-row">
            <a class="row-link" href={format({ ...allCustomers, screen: 'customer', id: customer.id })}>
              <CustomerFace customer={customer} />
            </a>
            {customer.phone && <ChatButton phone={customer.phone} />}
          </div>
        ) : (
          <p class="row quiet">{t('task.noCustomer')}</p>
        )}
        <dl class="facts">
          <div class="fact-long">
            <dt>{t('task.description')}</dt>
            <dd class={description ? '' : 'quiet'}>{description || t('task.noDescription')}</dd>
          </div>
          <div>
            <dt>{t('task.category')}</dt>
            <dd>{category}</dd>
          </div>
          <div>
            <dt>{t('task.employee')}</dt>
            <dd>{task.employee ? task.employee.name || task.employee.email : t('task.noEmployee')}</dd>
          </div>
          <div>
            <dt>{t('task.created')}</dt>
            <dd>
              {momentInWords(task.createdTime)}, {t(`source.${task.source}`)}
            </dd>
          </div>
        </dl>
        <TaskPhotos taskId={task.id} />
        <button type="button" class="row-button destructive" onClick={() => void remove(task, at)}>
          {t('task.delete')}
        </button>
      </div>
    </section>
  )
}

async function remove({ id, customer }: TaskDetails, at: Properties['at']): Promise<void> {
  const agreed = await telegram.confirm({
    title: t('task.delete.question', { id }),
    text: [customer && nameOf(customer), t('task.delete.text')].filter(Boolean).join('. '),
    yes: t('action.delete'),
    no: t('action.cancel'),
  })
  if (!agreed) return
  try {
    await mutate(DeleteTask, { id })
    telegram.haptic('success')
    toast(t('task.deleted', { id }))
    leaveFor({ screen: 'tasks', filter: at.filter })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    telegram.haptic('error')
    toast(inWords(error), { kind: 'failed' })
  }
}
