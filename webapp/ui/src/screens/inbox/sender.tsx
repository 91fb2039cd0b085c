import { useState } from 'preact/hooks'
import { mutate, newIdempotencyKey, withIdempotencyKey } from '../../api/client'
import { given } from '../../api/problem'
import { Dialog } from '../../components/dialog'
import { CustomerFace, nameOf } from '../../components/customer-row'
import { Icon } from '../../components/icon'
import { useMinute } from '../../components/use-minute'
import { waitInWords } from '../../components/wait'
import { Composer } from '../../conversation/composer'
import { MessageLine } from '../../conversation/message'
import { outgoingAt } from '../../conversation/outgoing'
import { OutgoingLine } from '../../conversation/outgoing-line'
import { barrierTo } from '../../conversation/reach'
import { FileMessage, NoReplyNeeded, type Message } from '../../graphql/messages'
import { CreateTask } from '../../graphql/tasks'
import type { Customer } from '../../graphql/types'
import { t } from '../../locale/inbox'
import { allCustomers, format, navigate, taskRoute } from '../../router'
import { withToast } from '../../with-toast'
import { TaskChoice } from './task-choice'

interface Properties {
  /** Of one person. */
  messages: readonly Message[]
  /** A colleague has dealt with it: it keeps its place, and nothing is left to do. */
  sorted: boolean
  /** Senders have just moved: a tap on an action was meant for another one. */
  resting: boolean
  onExpired: () => void
  /** Something is about to be done about it here. */
  onHandle: () => void
}

/** What one person wrote, and what can be done about it. */
export function SenderCard({ messages, sorted, resting, onExpired, onHandle }: Properties) {
  const first = messages[0]!
  const { customer } = first
  const [answering, setAnswering] = useState(false)
  useMinute()
  return (
    <li class="card sender" inert={sorted}>
      <div class="customer-row">
        {customer ? (
          <a class="row-link" href={format({ ...allCustomers, screen: 'customer-chat', id: customer.id })}>
            <CustomerFace customer={customer} />
            <span class="waits">{t('task.waits', { span: waitInWords(first.createdTime) })}</span>
            <Icon name="next" />
          </a>
        ) : (
          <p class="row">{first.authorName ?? t('customer.nameless')}</p>
        )}
      </div>
      <ul class="lines sender-lines">
        {messages.map((message) => (
          <MessageLine key={message.id} message={message} ofTask={false} onExpired={onExpired} />
        ))}
        {customer && outgoingAt({ customerId: customer.id }).map((message) => <OutgoingLine key={message.attempt} message={message} />)}
      </ul>
      {customer && (
        <Actions customer={customer} messages={messages} resting={resting} answering={answering} onAnswer={() => setAnswering(!answering)} onHandle={onHandle} />
      )}
      {customer && answering && (
        <Composer place={{ customerId: customer.id }} barrier={barrierTo(customer, true)} first onSend={onHandle} />
      )}
      {sorted && <p class="sender-sorted">{t('inbox.sorted')}</p>}
    </li>
  )
}

interface ActionsProperties {
  customer: Customer
  messages: readonly Message[]
  resting: boolean
  answering: boolean
  onAnswer: () => void
  onHandle: () => void
}

function Actions({ customer, messages, resting, answering, onAnswer, onHandle }: ActionsProperties) {
  const [choosing, setChoosing] = useState(false)
  const [busy, setBusy] = useState(false)
  async function once(work: () => Promise<unknown>): Promise<void> {
    setBusy(true)
    onHandle()
    await work()
    setBusy(false)
  }
  const tapped = (act: () => void) => ({ disabled: busy, 'aria-disabled': resting, onClick: () => !resting && act() })
  return (
    <>
      <div class="sender-actions" role="group" aria-label={nameOf(customer)}>
        <button type="button" class="plain-button" aria-expanded={answering} onClick={onAnswer}>
          {t('inbox.answer')}
        </button>
        <button type="button" class="plain-button" {...tapped(() => setChoosing(true))}>
          {t('inbox.file')}
        </button>
        {customer.phone !== null && (
          <button type="button" class="plain-button" {...tapped(() => void once(() => makeTask(customer.phone!, messages)))}>
            {t('inbox.make')}
          </button>
        )}
        <button type="button" class="plain-button" {...tapped(() => void once(() => settle(customer.id)))}>
          {t('inbox.none')}
        </button>
      </div>
      {choosing && (
        <Dialog title={t('inbox.file.title')} onClose={() => setChoosing(false)}>
          <TaskChoice
            customerId={customer.id}
            onChoose={(taskId) => {
              setChoosing(false)
              void once(() => withToast(() => file(messages, taskId)))
            }}
          />
        </Dialog>
      )}
    </>
  )
}

async function file(messages: readonly Message[], taskId: string): Promise<string> {
  for (const { id } of messages) await mutate(FileMessage, { id, taskId })
  return t('inbox.filed', { id: taskId, count: messages.length })
}

/** Name the tasks that are being made for the server, by the messages they are made from: asked for twice, there is one. */
const attempts = new Map<string, string>()

/** The words become the description; the messages stay in the conversation about the task. */
async function makeTask(customerPhone: string, messages: readonly Message[]): Promise<void> {
  await withToast(async () => {
    const description = messages.map(({ text }) => text).filter(Boolean).join('\n')
    const from = messages.map(({ id }) => id).join()
    const attempt = attempts.get(from) ?? newIdempotencyKey()
    attempts.set(from, attempt)
    const { createTask } = await mutate(CreateTask, { taskData: { customerPhone, description, category: 'OTHER' } }, withIdempotencyKey(attempt))
    const { id } = given(createTask?.task)
    // It is there, also when the messages cannot be filed: nobody is to make another for those that are left.
    navigate(taskRoute(id))
    await file(messages, id)
    attempts.delete(from)
    return t('task.created.toast', { id })
  })
}

function settle(customerId: string): Promise<boolean> {
  return withToast(async () => {
    await mutate(NoReplyNeeded, { customerId })
    return t('awaiting.done')
  })
}
