import { mutate } from '../api/client'
import { inWords, Problem } from '../api/problem'
import { useQuery } from '../api/query'
import { CallButton } from '../components/call-button'
import { Avatar, nameOf } from '../components/customer-row'
import { Header } from '../components/header'
import { LongList } from '../components/long-list'
import { MainButton } from '../components/main-button'
import { Section } from '../components/section'
import { Failure, Notice, Skeleton } from '../components/states'
import { TaskRow } from '../components/task-row'
import { config } from '../config'
import { dayInWords, today } from '../domain/days'
import { defaultFilter } from '../domain/filter'
import { newestFirst } from '../domain/order'
import { CustomerQuery, DeleteCustomer } from '../graphql/documents'
import type { CustomerWithTasks, Task } from '../graphql/types'
import { language, t } from '../locale'
import { format, leaveFor, navigate, parent, type Route } from '../router'
import { telegram } from '../telegram'
import { toast } from '../toasts'

type CustomerRoute = Extract<Route, { screen: 'customer' | 'customer-edit' }>

/** A customer's card with the tasks. */
export function CustomerScreen({ at }: { at: CustomerRoute }) {
  const { data, problem, reload } = useQuery(CustomerQuery, { id: at.id })
  const customer = data?.customerById
  const gone = problem?.code === 'NOT_FOUND'

  return (
    <>
      <Header title={customer && !gone ? nameOf(customer) : t('customer.title')} back={parent(at)}>
        {customer && !gone && <Avatar customer={customer} />}
      </Header>
      {gone ? (
        <Notice icon="search" title={t('customers.nothing.title')} text={t('customer.notFound')} />
      ) : customer ? (
        <Card customer={customer} at={at} />
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

function Card({ customer, at }: { customer: CustomerWithTasks; at: CustomerRoute }) {
  const { phone, telegramId, tasks } = customer
  return (
    <>
      <Section>
        <dl class="facts">
          {phone && (
            <div>
              <dt>{t('customer.phone')}</dt>
              <dd>
                {phone}
                <CallButton phone={phone} />
              </dd>
            </div>
          )}
          <div>
            <dt>{t('customer.telegram')}</dt>
            <dd class={telegramId === null ? 'quiet' : ''}>{telegramId ?? t('customer.notInTelegram')}</dd>
          </div>
        </dl>
      </Section>
      <Section title={t('customer.tasks')}>
        {tasks.length === 0 ? (
          <p class="row quiet">{t('customer.noTasks')}</p>
        ) : (
          <LongList items={newestFirst(tasks)}>
            {(shown) => (
              <ul>
                {shown.map((task) => (
                  <TaskRow key={task.id} task={task} day={dayOf(task)} />
                ))}
              </ul>
            )}
          </LongList>
        )}
      </Section>
      <Section>
        <a class="row-button" href={format({ ...at, screen: 'customer-edit' })}>
          {t('action.edit')}
        </a>
        {phone && (
          <button type="button" class="row-button destructive" onClick={() => void remove(customer, phone, at)}>
            {t('customer.delete')}
          </button>
        )}
      </Section>
      {phone && (
        <MainButton
          text={t('tasks.new')}
          onClick={() => navigate({ screen: 'task-new', phone, filter: defaultFilter })}
        />
      )}
    </>
  )
}

function dayOf(task: Task): string {
  return task.createdAt
    ? dayInWords(task.createdAt, today(config.value.timezone), language.value)
    : t('day.unknown')
}

async function remove(customer: CustomerWithTasks, phone: string, at: CustomerRoute): Promise<void> {
  const agreed = await telegram.confirm({
    title: t('customer.delete.question', { name: nameOf(customer) }),
    text: t('customer.delete.text'),
    yes: t('action.delete'),
    no: t('action.cancel'),
  })
  if (!agreed) return
  try {
    await mutate(DeleteCustomer, { phone })
    telegram.haptic('success')
    toast(t('customer.deleted'))
    leaveFor({ screen: 'customers', search: at.search })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    telegram.haptic('error')
    toast(inWords(error), { kind: 'failed' })
  }
}
