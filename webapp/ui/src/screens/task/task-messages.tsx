import { useEffect, useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { given, inWords } from '../../api/problem'
import { Section } from '../../components/section'
import { momentInWords } from '../../components/task-history'
import { refusalOf } from '../../domain/refusal'
import { ResendNotification, UndoStatus } from '../../graphql/tasks'
import type { Notification, TaskDetails } from '../../graphql/types'
import { t } from '../../locale/cards'
import { withToast } from '../../with-toast'

/** What became of each message to the customer, the newest first. */
export function TaskMessages({ task }: { task: TaskDetails }) {
  const left = useSecondsUntil(task.undoUntil)
  if (task.notifications.length === 0 && left === 0) return null
  return (
    <Section title={t('messages.title')}>
      <ul class="messages">
        {[...task.notifications].reverse().map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" class="row-button" onClick={() => void run(UndoStatus, task.id, t('messages.undone'))}>
          {t('messages.undo', { count: left })}
        </button>
      )}
    </Section>
  )
}

function Message({ message }: { message: Notification }) {
  const { id, state, lastError } = message
  const failed = isRefused(message)
  return (
    <li class="message" data-state={message.state}>
      <span class="history-what">{t('messages.status', { status: t(`status.${given(message.status)}`) })}</span>
      <span class={failed ? 'message-failed' : 'quiet'}>{stateInWords(message)}</span>
      {failed && state !== 'UNKNOWN' && lastError && refusalOf(lastError) === '' && (
        <details class="message-answer">
          <summary>{t('messages.answer')}</summary>
          <p lang="en">{lastError}</p>
        </details>
      )}
      {failed && (
        <button
          type="button"
          class="plain-button"
          onClick={() => void run(ResendNotification, id, t('messages.resent'))}
        >
          {t('messages.resend')}
        </button>
      )}
    </li>
  )
}

function stateInWords(message: Notification): string {
  const { state, sentAt, lastError } = message
  if (state === 'SENT' && sentAt) return t('messages.SENT', { when: momentInWords(sentAt) })
  if (state === 'QUEUED') return t(lastError ? 'messages.retrying' : 'messages.QUEUED')
  if (state === 'UNKNOWN') return t('messages.UNKNOWN')
  if (!isRefused(message)) return t('messages.SENDING')
  // A message to who is known to have blocked the bot is not tried, so there is no answer.
  const refusal = lastError || state === 'FAILED' ? refusalOf(lastError) : 'blocked'
  return t(refusal === '' ? 'messages.refused' : `messages.refused.${refusal}`)
}

function isRefused({ state }: Notification): boolean {
  return state === 'FAILED' || state === 'UNREACHABLE' || state === 'UNKNOWN'
}

function run(document: typeof UndoStatus | typeof ResendNotification, id: string, done: string): Promise<boolean> {
  return withToast(
    async () => {
      await mutate(document as typeof UndoStatus, { id })
      return done
    },
    (problem) => (problem.code === 'CONFLICT' ? t('messages.late') : inWords(problem)),
  )
}

/** Counts down to 0. */
function useSecondsUntil(moment: string | null): number {
  const secondsLeft = () => (moment ? Math.max(0, Math.ceil((Date.parse(moment) - Date.now()) / 1000)) : 0)
  const [left, setLeft] = useState(secondsLeft())
  useEffect(() => {
    setLeft(secondsLeft())
    const clock = setInterval(() => setLeft(secondsLeft()), 250)
    return () => clearInterval(clock)
  }, [moment])
  return left
}
