import { shopWord, useShopWords, type ShopWordName } from '../components/shop-words'
import { undoStatus } from '../change-status'
import { clockInWords } from '../components/moment'
import { money } from '../components/money'
import { promiseInWords } from '../components/promise'
import { config } from '../config'
import { promiseOf } from '../domain/promise'
import type { Enum } from '../graphql/gql'
import { categories, statuses } from '../domain/status'
import type { Notification, TaskDetails, TaskEvent } from '../graphql/types'
import { t } from '../locale/conversation'
import { useSecondsUntil } from '../components/use-seconds-until'
import { isRefused, Refused, stateInWords } from './delivery'

type DecisionWay = Enum<'DecisionWay'>
type PaymentMethod = Enum<'PaymentMethod'>

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
        {actorName ?? t(`history.actor.${actor}`)} · {event.kind === 'STAGE' || event.kind === 'SHOP_CATEGORY' ? <ShopWord event={event} /> : whatInWords(event)} · <time dateTime={at}>{clockInWords(at)}</time>
      </p>
      {told && <Told notification={told} />}
    </li>
  )
}

/** A message of the bot that belongs to nothing that was done. */
export function ToldLine({ told }: { told: Notification }) {
  return (
    <li class="line-event">
      <p>{toldInWords(told)}</p>
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
      <button type="button" class="plain-button" onClick={() => void undoStatus(id)}>
        {t('told.undo', { count: left })}
      </button>
    </li>
  )
}

function toldInWords({ kind, status }: Notification): string {
  switch (kind) {
    case 'ready_waits':
      return t('told.readyWaits')
    case 'rating':
      return t('told.rating')
    case 'estimate_nudge':
      return t('told.nudge')
    case 'promise_moved':
      return t('told.promise')
    default:
      return t('told.status', { status: statusInWords(status) })
  }
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
    case 'RATED':
      return t('history.rated', { rating: to ?? '' })
    case 'PICK_UP_LATER':
      return t('history.later')
    case 'REMINDERS_STOPPED':
      return t('history.reminders.stopped')
    case 'REMINDERS_RESUMED':
      return t('history.reminders.resumed')
    case 'ITEM':
      return to ? t('history.item', { item: to }) : t('history.noItem')
    case 'PROMISE':
      return to ? t('history.promise', { day: promiseInWords(promiseOf(to, config.value.timezone)) }) : t('history.noPromise')
    case 'WARRANTY':
      return to ? t('history.warranty', { day: promiseInWords(to) }) : t('history.noWarranty')
    case 'WARRANTY_OF':
      return to ? t('history.warrantyOf', { id: to }) : t('history.noWarrantyOf')
    case 'ACCESS_CODE_SET':
      return t('history.code.set')
    case 'ACCESS_CODE_SHOWN':
      return t('history.code.shown')
    case 'ACCESS_CODE_REMOVED':
      return t('history.code.removed')
    case 'ESTIMATE_SENT':
      return t('history.estimate.sent', { money: moneyOf(to) })
    case 'ESTIMATE_ACCEPTED':
      return t('history.estimate.accepted', { money: moneyOf(to), way: t(`way.${(from ?? 'TELEGRAM') as DecisionWay}`) })
    case 'ESTIMATE_DECLINED':
      return t('history.estimate.declined', { money: moneyOf(to), way: t(`way.${(from ?? 'TELEGRAM') as DecisionWay}`) })
    case 'ESTIMATE_EXPIRED':
      return t('history.estimate.expired', { money: moneyOf(to) })
    case 'ESTIMATE_WITHDRAWN':
      return t('history.estimate.withdrawn', { money: moneyOf(to) })
    case 'PAYMENT':
      return t(to?.startsWith('-') ? 'history.payment.back' : 'history.payment', {
        money: moneyOf(to?.replace('-', '') ?? null),
        method: t(`payment.${(from ?? 'OTHER') as PaymentMethod}`),
      })
    case 'DELETED':
      return t('history.deleted')
    default:
      return t('history.unknown')
  }
}

/** A stage or a category of the shop's own: the history knows their numbers. */
function ShopWord({ event: { kind, to } }: { event: TaskEvent }) {
  const { stages, categories } = useShopWords()
  const words: readonly ShopWordName[] = kind === 'STAGE' ? stages : categories
  const word = words.find(({ id }) => id === to)
  if (to === null) return <>{t(kind === 'STAGE' ? 'history.noStage' : 'history.noCategory')}</>
  return <>{t(kind === 'STAGE' ? 'history.stage' : 'history.category', { name: word ? shopWord(word) : t('task.number', { id: to ?? '' }) })}</>
}

/** Of "740000 RUB". */
function moneyOf(written: string | null): string {
  const [amount, currency = ''] = (written ?? '0').split(' ')
  return money(Number(amount), currency)
}

function statusInWords(name: string | null): string {
  const status = statuses.find((status) => status === name)
  return status ? t(`status.${status}`) : (name ?? '')
}

function categoryInWords(name: string | null): string {
  const category = categories.find((category) => category === name)
  return category ? t(`category.${category}`) : (name ?? '')
}
