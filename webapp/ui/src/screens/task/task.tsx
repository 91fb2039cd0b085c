import { mutate } from '../../api/client'
import { inWords, Problem } from '../../api/problem'
import { useQuery } from '../../api/query'
import { changeStatus } from '../../change-status'
import { CallButton } from '../../components/call-button'
import { ChatButton } from '../../components/chat-button'
import { Choice } from '../../components/choice'
import { CustomerFace, nameOf } from '../../components/customer-row'
import { Header } from '../../components/header'
import { MainButton } from '../../components/main-button'
import { Section } from '../../components/section'
import { Failure, Notice, Skeleton } from '../../components/states'
import { TaskHistory } from '../../components/task-history'
import { config } from '../../config'
import { dayInWords, today } from '../../domain/days'
import { nextStatus, statuses } from '../../domain/status'
import { DeleteTask, TaskQuery } from '../../graphql/tasks'
import type { Customer, Status, Task, TaskDetails } from '../../graphql/types'
import { language } from '../../locale'
import { t } from '../../locale/cards'
import { allCustomers, format, leaveFor, parent, type Route } from '../../router'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { TaskMessages } from './task-messages'

type TaskRoute = Extract<Route, { screen: 'task' | 'task-edit' }>

/** A task's card. */
export function TaskScreen({ at }: { at: TaskRoute }) {
  const { data, problem, reload } = useQuery(TaskQuery, { id: at.id })
  const task = data?.taskById
  const gone = problem?.code === 'NOT_FOUND'

  return (
    <>
      <Header
        title={t('task.title', { id: at.id })}
        subtitle={task?.createdAt && !gone ? dayInWords(task.createdAt, today(config.value.timezone), language.value) : undefined}
        back={parent(at)}
      />
      {gone ? (
        <Notice icon="search" title={t('tasks.nothing.title')} text={t('task.notFound')} />
      ) : task ? (
        <Card task={task} at={at} />
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

function Card({ task, at }: { task: TaskDetails; at: TaskRoute }) {
  const { id, status } = task
  const next = status && nextStatus(status)
  const set = (chosen: Status) => status && chosen !== status && void changeStatus({ id, status }, chosen)

  return (
    <>
      <Section title={t('task.status')}>
        <Choice
          look="steps"
          label={t('task.status')}
          options={statuses}
          chosen={status ?? ''}
          text={(status) => t(`status.${status}`)}
          onChoose={set}
        />
      </Section>
      <TaskMessages task={task} />
      <Section title={t('task.customer')}>
        {task.customer ? <CustomerLine customer={task.customer} /> : <p class="row quiet">{t('task.noCustomer')}</p>}
      </Section>
      <Section title={t('task.details')}>
        <dl class="facts">
          <div>
            <dt>{t('task.category')}</dt>
            <dd>{t(`category.${task.category ?? 'OTHER'}`)}</dd>
          </div>
          <div>
            <dt>{t('task.employee')}</dt>
            <dd>{task.employee ? task.employee.name || task.employee.email : t('task.noEmployee')}</dd>
          </div>
          <div class="fact-long">
            <dt>{t('task.description')}</dt>
            <dd class={task.description ? '' : 'quiet'}>{task.description || t('task.noDescription')}</dd>
          </div>
        </dl>
      </Section>
      <TaskHistory events={task.history} />
      <Section>
        <a class="row-button" href={format({ ...at, screen: 'task-edit' })}>
          {t('action.edit')}
        </a>
        <button type="button" class="row-button destructive" onClick={() => void remove(task, at)}>
          {t('task.delete')}
        </button>
      </Section>
      {next && <MainButton text={t(`advance.${next}`)} onClick={() => set(next)} />}
    </>
  )
}

function CustomerLine({ customer }: { customer: Customer }) {
  return (
    <div class="customer-row">
      <a class="row-link" href={format({ ...allCustomers, screen: 'customer', id: customer.id })}>
        <CustomerFace customer={customer} />
      </a>
      {customer.phone && <ChatButton phone={customer.phone} />}
      {customer.phone && <CallButton phone={customer.phone} />}
    </div>
  )
}

async function remove(task: Task, at: TaskRoute): Promise<void> {
  const { id, customer } = task
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
