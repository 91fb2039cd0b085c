import { useEffect, useState } from 'preact/hooks'
import { mutate } from '../api/client'
import { inWords, Problem } from '../api/problem'
import { ResendNotification, UndoStatus } from '../graphql/tasks'
import type { Notification, TaskDetails } from '../graphql/types'
import { t } from '../locale/cards'
import { telegram } from '../telegram'
import { toast } from '../toasts'
import { Section } from './section'
import { momentInWords } from './task-history'

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
        <button type="button" class="row-button" onClick={() => void act(UndoStatus, task.id, t('messages.undone'))}>
          {t('messages.undo', { count: left })}
        </button>
      )}
    </Section>
  )
}

function Message({ message }: { message: Notification }) {
  const { id, state } = message
  const failed = state === 'FAILED' || state === 'UNREACHABLE'
  return (
    <li class="message" data-state={state}>
      <span class="history-what">«{t(`status.${message.status}`)}»</span>
      <span class={failed ? 'message-failed' : 'quiet'}>{stateInWords(message)}</span>
      {failed && (
        <button
          type="button"
          class="plain-button"
          onClick={() => void act(ResendNotification, id, t('messages.resent'))}
        >
          {t('messages.resend')}
        </button>
      )}
    </li>
  )
}

export function stateInWords({ state, sentAt, lastError }: Notification): string {
  if (state === 'SENT' && sentAt) return t('messages.SENT', { when: momentInWords(sentAt) })
  if (state === 'FAILED') return t('messages.FAILED', { reason: lastError ?? '' })
  if (state === 'QUEUED' && lastError) return t('messages.retrying')
  return t(state === 'SENT' ? 'messages.SENDING' : `messages.${state}`)
}

async function act(document: typeof UndoStatus | typeof ResendNotification, id: string, done: string): Promise<void> {
  try {
    await mutate(document as typeof UndoStatus, { id })
    telegram.haptic('success')
    toast(done)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    telegram.haptic('error')
    toast(error.code === 'CONFLICT' ? t('messages.late') : inWords(error), { kind: 'failed' })
  }
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
