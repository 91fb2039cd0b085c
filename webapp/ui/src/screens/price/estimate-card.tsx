import { useState } from 'preact/hooks'
import { mutate, withIdempotencyKey } from '../../api/client'
import { momentInWords } from '../../components/moment'
import { money } from '../../components/money'
import { promiseInWords } from '../../components/promise'
import { Section } from '../../components/section'
import { config } from '../../config'
import { Refused, stateInWords } from '../../conversation/delivery'
import { lastDayOf } from '../../domain/promise'
import { SendEstimate, WithdrawEstimate, type Estimate } from '../../graphql/prices'
import type { Customer } from '../../graphql/types'
import { t } from '../../locale/prices'
import { telegram } from '../../telegram'
import { withToast } from '../../with-toast'
import { DecisionDialog } from './decision-dialog'
import { lateInWords, sentInWords } from './words'

interface Properties {
  estimate: Estimate
  customer: Customer | null
  /** Where the next version is written; null for what is over. */
  edit: string | null
  reload: () => void
}

/** An estimate, what became of it, and what can be done with it. */
export function EstimateCard({ estimate, customer, edit, reload }: Properties) {
  const { state, total, currency, lines, validUntil, comment, notification } = estimate
  const [deciding, setDeciding] = useState<'agreed' | 'declined' | null>(null)
  return (
    <Section>
      <div class="estimate-state" data-state={state} role="status">
        <span class="row-title">{t(`state.${state}`)}</span>
        <span class="row-facts">{noteOf(estimate)}</span>
      </div>
      <ul class="estimate-lines">
        {lines.map(({ text, quantity, price }, place) => (
          <li key={place}>
            <span>
              {text}
              {quantity !== 1 && <span class="quiet"> × {quantity}</span>}
            </span>
            <span class="estimate-money">{money(quantity * price, currency)}</span>
          </li>
        ))}
        <li class="estimate-total">
          <span>{t('total')}</span>
          <span class="estimate-money">{money(total, currency)}</span>
        </li>
      </ul>
      {validUntil && (state === 'SENT' || state === 'DRAFT') && <p class="row quiet">{t('until', { day: promiseInWords(lastDayOf(validUntil, config.value.timezone)) })}</p>}
      {comment && <p class="row quiet">{t('comment', { text: comment })}</p>}
      {state === 'SENT' && (
        <>
          {notification ? (
            <div class="row quiet">
              <p>{t('asked.state', { state: stateInWords(notification) })}</p>
              <Refused notification={notification} />
            </div>
          ) : (
            <p class="row quiet">{t('asked.notInTelegram')}</p>
          )}
          <button type="button" class="row-button" onClick={() => setDeciding('agreed')}>
            {t('decide.agreed')}
          </button>
          <button type="button" class="row-button" onClick={() => setDeciding('declined')}>
            {t('decide.declined')}
          </button>
        </>
      )}
      {state === 'DRAFT' && customer && (
        <button type="button" class="row-button" onClick={() => void send(estimate, customer, reload)}>
          {t(customer.telegramId === null ? 'send.noChat' : 'send')}
        </button>
      )}
      {edit && (
        <a class="row-button" href={edit}>
          {t(state === 'DRAFT' ? 'prices.edit' : 'prices.new')}
        </a>
      )}
      {(state === 'SENT' || state === 'DRAFT') && (
        <button type="button" class="row-button destructive" onClick={() => void withdraw(estimate, reload)}>
          {t(state === 'DRAFT' ? 'draft.drop' : 'withdraw')}
        </button>
      )}
      {deciding && (
        <DecisionDialog
          estimate={estimate}
          accepted={deciding === 'agreed'}
          onClose={() => {
            setDeciding(null)
            reload()
          }}
        />
      )}
    </Section>
  )
}

/** Since when, and by whom and how. */
function noteOf({ state, sentTime, decidedTime, decidedByName, via }: Estimate): string {
  if (decidedTime && via) {
    const said = { way: t(`way.${via}`), moment: momentInWords(decidedTime) }
    return via !== 'TELEGRAM' && decidedByName ? t('decided.by', { ...said, name: decidedByName }) : t('decided', said)
  }
  if ((state === 'SENT' || state === 'EXPIRED') && sentTime) return t(`state.${state}.note`, { moment: momentInWords(sentTime) })
  return state === 'DRAFT' || state === 'WITHDRAWN' ? t(`state.${state}.note`) : ''
}

async function send({ id, version }: Estimate, customer: Customer, reload: () => void): Promise<void> {
  await withToast(async () => {
    await mutate(SendEstimate, { id, version }, withIdempotencyKey(`send ${id} ${version}`))
    return sentInWords(customer)
  }, lateInWords)
  reload()
}

async function withdraw({ id, version, state, total, currency }: Estimate, reload: () => void): Promise<void> {
  const draft = state === 'DRAFT'
  const agreed = await telegram.confirm({
    title: draft ? t('draft.drop.question') : t('withdraw.question', { money: money(total, currency) }),
    text: t(draft ? 'draft.drop.text' : 'withdraw.text'),
    yes: t(draft ? 'draft.drop' : 'withdraw'),
    no: t('action.cancel'),
  })
  if (!agreed) return
  await withToast(async () => {
    await mutate(WithdrawEstimate, { id, version }, withIdempotencyKey(`withdraw ${id} ${version}`))
    return t(draft ? 'draft.dropped' : 'withdraw.done')
  }, lateInWords)
  reload()
}
