import { useId, useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { inWords, Problem } from '../../api/problem'
import { CallButton } from '../../components/call-button'
import { ChatButton } from '../../components/chat-button'
import { Avatar, CustomerFace, isUnproven, nameOf } from '../../components/customer-row'
import { Icon } from '../../components/icon'
import { momentInWords } from '../../components/moment'
import { Promised, promiseInWords } from '../../components/promise'
import { shopWord } from '../../components/shop-words'
import { config } from '../../config'
import { itemName } from '../../domain/item'
import { promiseOf } from '../../domain/promise'
import { DeleteTask } from '../../graphql/tasks'
import type { Task, TaskDetails } from '../../graphql/types'
import { t } from '../../locale/conversation'
import { allCustomers, format, leaveFor, taskRoute, type TaskRoute } from '../../router'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { receiptSize } from '../paper/receipt-size'
import { AccessCode } from './access-code'
import { TaskPhotos } from './task-photos'

interface Properties {
  task: TaskDetails
  at: TaskRoute
}

/** Whose the task is and what is to be done, in a line; the rest when it is asked for. */
export function TaskFacts({ task, at }: Properties) {
  const [open, setOpen] = useState(false)
  const { timezone } = config.value
  const id = useId()
  const { customer, description, item } = task
  const category = task.shopCategory ? shopWord(task.shopCategory) : t(`category.${task.category ?? 'OTHER'}`)
  const brought = itemName(item)
  return (
    <section class="card task-about" aria-label={t('task.details')}>
      <div class="customer-row">
        <button type="button" class="row-link" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <InShort task={task} category={category} short={!open} />
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
            {customer.phone && customer.phoneInternational && <ChatButton phone={customer.phone} international={customer.phoneInternational} />}
          </div>
        ) : (
          <p class="row quiet">{t('task.withoutCustomer')}</p>
        )}
        <dl class="facts">
          <div class="fact-long">
            <dt>{t('task.description')}</dt>
            <dd class={description ? '' : 'quiet'}>{description || t('task.noDescription')}</dd>
          </div>
          <Fact name={t('task.item')} value={brought} />
          <Fact name={t('task.serial')} value={item?.serial} />
          <Fact name={t('task.condition')} value={item?.condition} />
          <Fact name={t('task.includes')} value={item?.includes} />
          <Fact name={t('task.promised')} value={task.promisedTime ? promiseInWords(promiseOf(task.promisedTime, timezone)) : t('task.noPromise')} />
          <Fact name={t('task.stage')} value={task.stage && shopWord(task.stage)} />
          <Fact name={t('task.category')} value={category} />
          <Fact
            name={t('task.warranty')}
            value={task.warrantyUntil && t('task.warranty.until', { day: promiseInWords(promiseOf(task.warrantyUntil, timezone)) })}
          />
          {task.warrantyOf && (
            <div>
              <dt>{t('task.warranty.of')}</dt>
              <dd>
                <a href={format(taskRoute(task.warrantyOf.id))}>{t('task.number', { id: task.warrantyOf.id })}</a>
              </dd>
            </div>
          )}
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
        <AccessCode task={task} />
        <TaskPhotos taskId={task.id} />
        <a class="row-button" href={format({ screen: 'task-paper', id: task.id, sheet: receiptSize(), filter: at.filter })}>
          {t('task.print')}
        </a>
        <button type="button" class="row-button destructive" onClick={() => void remove(task, at)}>
          {t('task.delete')}
        </button>
      </div>
    </section>
  )
}

/** What the row that was tapped knows of its task, where the card will say more in a moment. */
export function FactsInShort({ task }: { task: Task }) {
  const { customer, category } = task
  return (
    <section class="card task-about" aria-label={t('task.details')}>
      <div class="customer-row">
        <span class="row-link">
          <InShort task={task} category={t(`category.${category ?? 'OTHER'}`)} short />
          <Icon name="down" />
        </span>
        {customer?.phone && <CallButton phone={customer.phone} />}
      </div>
    </section>
  )
}

function InShort({ task, category, short }: { task: Task; category: string; short: boolean }) {
  const { customer, item, description } = task
  return (
    <>
      {customer && <Avatar customer={customer} />}
      <span class="row-text">
        <span class="row-title">{customer ? nameOf(customer) : t('task.withoutCustomer')}</span>
        {customer && isUnproven(customer) && <span class="row-facts unproven">{t('customer.unproven')}</span>}
        {short && <span class="task-short">{[itemName(item), description].filter(Boolean).join('. ') || category}</span>}
        <Promised task={task} />
      </span>
    </>
  )
}

/** A line of what is known; nothing where that is not. */
function Fact({ name, value }: { name: string; value: string | null | undefined }) {
  if (!value) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
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
