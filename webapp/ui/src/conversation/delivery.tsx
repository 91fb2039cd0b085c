import { mutate } from '../api/client'
import { inWords } from '../api/problem'
import { clockInWords } from '../components/moment'
import { refusalOf } from '../domain/refusal'
import { ResendNotification } from '../graphql/tasks'
import type { Notification } from '../graphql/types'
import { t } from '../locale/conversation'
import { withToast } from '../with-toast'

/** Whether Telegram did not take it, or nobody knows whether it did. */
export function isRefused({ state }: Notification): boolean {
  return state === 'FAILED' || state === 'UNREACHABLE' || state === 'UNKNOWN'
}

/** How far a message to the customer has come. */
export function stateInWords(notification: Notification, inTelegram = true): string {
  const { state, sentAt, lastError } = notification
  if (state === 'SENT') return sentAt ? `${t('told.SENT')} ${clockInWords(sentAt)}` : t('told.SENT')
  if (state === 'QUEUED') return t(lastError ? 'told.retrying' : 'told.QUEUED')
  if (state === 'UNKNOWN') return t('told.UNKNOWN')
  if (!isRefused(notification)) return t('told.SENDING')
  if (!inTelegram) return t('told.refused.stranger')
  // A message to who is known to have blocked the bot is not tried, so there is no answer.
  const refusal = lastError || state === 'FAILED' ? refusalOf(lastError) : 'blocked'
  return t(refusal === '' ? 'told.refused' : `told.refused.${refusal}`)
}

/** Why it was not delivered, and the way to try again; nothing while all is well. */
export function Refused({ notification }: { notification: Notification }) {
  if (!isRefused(notification)) return null
  const { id, state, lastError } = notification
  return (
    <div class="refused">
      {state !== 'UNKNOWN' && lastError && refusalOf(lastError) === '' && (
        <details class="message-answer">
          <summary>{t('told.answer')}</summary>
          <p lang="en">{lastError}</p>
        </details>
      )}
      <button type="button" class="plain-button" onClick={() => void resend(id)}>
        {t('told.resend')}
      </button>
    </div>
  )
}

function resend(id: string): Promise<boolean> {
  return withToast(
    async () => {
      await mutate(ResendNotification, { id })
      return t('told.resent')
    },
    (problem) => (problem.code === 'CONFLICT' ? t('told.late') : inWords(problem)),
  )
}
