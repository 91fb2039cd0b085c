import { Icon } from '../components/icon'
import { clockInWords, momentInWords } from '../components/moment'
import { addressesIn } from '../domain/file'
import type { Message } from '../graphql/messages'
import { t } from '../locale/conversation'
import { format, taskRoute } from '../router'
import { useSecondsUntil } from '../components/use-seconds-until'
import { isRefused, Refused, stateInWords } from './delivery'
import { Files } from './files'
import { canUndo, undo } from './outgoing'

interface Properties {
  message: Message
  /** Whether to say of which task it is. */
  ofTask: boolean
  onExpired: () => void
}

/** What somebody wrote, at the side of who did: the customer's at the start, the answers at the end, notes across. */
export function MessageLine({ message, ofTask, onExpired }: Properties) {
  const { direction, text, files, createdTime, notification } = message
  const who = whoInWords(message)
  return (
    <li class={`line-${direction}`} id={`message-${message.id}`}>
      <article class={`bubble bubble-${direction}`} aria-label={`${t(`message.${direction}`)}: ${who}, ${momentInWords(createdTime)}`}>
        {direction !== 'IN' && (
          <p class="bubble-who">
            {direction === 'NOTE' && <Icon name="lock" />}
            {direction === 'NOTE' ? t('message.note.by', { name: who }) : who}
          </p>
        )}
        {ofTask && message.task && (
          <a class="bubble-task" href={format(taskRoute(message.task.id))}>
            {t('task.title', { id: message.task.id })}
          </a>
        )}
        <Files files={files} onExpired={onExpired} />
        {text !== '' && <Words text={text} />}
        {text === '' && files.length === 0 && <p class="quiet">{t('message.withoutText')}</p>}
        <Foot message={message} />
        {notification && <Refused notification={notification} />}
      </article>
    </li>
  )
}

export function whoInWords({ authorName, authorKind }: Message): string {
  return authorName ?? t(`history.actor.${authorKind}`)
}

/** The text as it was written; addresses of pages can be opened. */
export function Words({ text }: { text: string }) {
  return (
    <p class="words">
      {addressesIn(text).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <a key={index} href={part} target="_blank" rel="noopener noreferrer">
            {part}
          </a>
        ),
      )}
    </p>
  )
}

function Foot({ message }: { message: Message }) {
  const { createdTime, editedTime, previousTexts, notification } = message
  const held = notification?.state === 'QUEUED' && !notification.lastError ? notification.notBefore : null
  const left = useSecondsUntil(held)
  return (
    <div class="bubble-foot">
      {left > 0 && canUndo(message.id) && (
        <button type="button" class="foot-button" onClick={() => void undo(message.id)}>
          {t('message.undo', { count: left })}
        </button>
      )}
      {editedTime && (
        <details class="before">
          <summary>{t('message.edited')}</summary>
          <p class="before-title">{t('message.before')}</p>
          {previousTexts.map((text, index) => (
            <p key={index}>{text || t('message.withoutText')}</p>
          ))}
        </details>
      )}
      <time dateTime={createdTime}>{clockInWords(createdTime)}</time>
      {notification && (
        <span class="told" data-state={isRefused(notification) ? 'REFUSED' : notification.state}>
          <Icon name={isRefused(notification) ? 'warning' : notification.state === 'SENT' ? 'check' : 'clock'} />
          <span class={notification.state === 'SENT' ? 'visually-hidden' : ''}>{stateInWords(notification, message.customer?.telegramId !== null)}</span>
        </span>
      )}
    </div>
  )
}
