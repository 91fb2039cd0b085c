import { mutate } from '../../api/client'
import { useQuery } from '../../api/query'
import { Section } from '../../components/section'
import { Failure, Skeleton } from '../../components/states'
import { config } from '../../config'
import { momentInWords } from '../../domain/days'
import { webhookFailureOf } from '../../domain/webhook-failure'
import { DeliveriesQuery, ResendDelivery, type Delivery } from '../../graphql/webhooks'
import { language } from '../../locale'
import { t } from '../../locale/team'
import { withToast } from '../../with-toast'
import { eventInWords } from './webhooks'

const looks = { QUEUED: 'ACCEPTED', SENDING: 'IN_PROGRESS', DELIVERED: 'READY', FAILED: 'FAILED' } as const

/** What was sent to a webhook of late and what became of it. */
export function Deliveries({ webhookId, resendable }: { webhookId: string; resendable: boolean }) {
  const { data, problem, reload } = useQuery(DeliveriesQuery, {})
  const deliveries = data?.webhooks?.find(({ id }) => id === webhookId)?.deliveries?.nodes
  return (
    <Section title={t('delivery.title')}>
      {!deliveries ? (
        problem ? <Failure problem={problem} retry={reload} /> : <Skeleton rows={2} />
      ) : deliveries.length === 0 ? (
        <p class="row quiet">{t('delivery.empty')}</p>
      ) : (
        <ul>
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} resendable={resendable} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function DeliveryRow({ delivery, resendable }: { delivery: Delivery; resendable: boolean }) {
  const inWords = (moment: string) => momentInWords(moment, config.value.timezone, language.value)
  const { id, event, state, attempts, payload, responseStatus, lastError, nextAttemptAt, createdTime } = delivery
  const failure = lastError && webhookFailureOf(lastError)
  const over = state === 'DELIVERED' || state === 'FAILED'
  const facts = [
    inWords(createdTime),
    responseStatus !== null && t('delivery.status', { status: String(responseStatus) }),
    attempts > 0 && t('delivery.attempts', { count: attempts }),
  ]
  return (
    <li class="delivery">
      <div class="delivery-head">
        <span class="row-title">{eventInWords(event)}</span>
        <span class={`pill pill-${looks[state]}`}>{t(`delivery.${state}`)}</span>
      </div>
      <p class="row-facts">{facts.filter(Boolean).join(' · ')}</p>
      {failure && <p class="delivery-error">{t(`failure.${failure}`)}</p>}
      {state === 'QUEUED' && attempts > 0 && nextAttemptAt && (
        <p class="row-facts">{t('delivery.next', { date: inWords(nextAttemptAt) })}</p>
      )}
      <details>
        <summary>{t('delivery.payload')}</summary>
        <pre tabIndex={0}>{readable(payload)}</pre>
      </details>
      {over && resendable && (
        <button type="button" class="next-button" onClick={() => void resend(id)}>
          {t('delivery.resend')}
        </button>
      )}
    </li>
  )
}

function readable(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), null, 2)
  } catch {
    return payload
  }
}

function resend(id: string): Promise<boolean> {
  return withToast(async () => {
    await mutate(ResendDelivery, { id })
    return t('delivery.resent')
  })
}
