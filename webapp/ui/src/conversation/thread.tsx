import './thread.css'
import './files.css'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../components/icon'
import { dayOfMomentInWords } from '../components/moment'
import { MoreRows } from '../components/more-rows'
import { Failure, Outdated, Skeleton } from '../components/states'
import { linesOf, type Line } from '../domain/thread'
import type { TaskDetails } from '../graphql/types'
import { t } from '../locale/conversation'
import { EventLine, ToldLine, UndoLine } from './event'
import { MessageLine } from './message'
import { OutgoingLine } from './outgoing-line'
import { hasArrived, outgoingAt } from './outgoing'
import type { Place } from './place'
import { usePlaceForToasts } from './use-place-for-toasts'
import { useThread } from './use-thread'
import { Viewer } from './viewer'

/** A conversation, the newest at the bottom. Of a task, what was done with it stands between the messages. */
export function Thread({ place, task }: { place: Place; task?: TaskDetails }) {
  const { thread, problem, reload, olderProblem, loadOlder, renew } = useThread(place)
  const waiting = outgoingAt(place).filter((message) => !thread || !hasArrived(message, thread.messages))
  if (!thread) {
    return <div class="thread thread-coming">{problem ? <Failure problem={problem} retry={reload} /> : <Skeleton rows={4} />}</div>
  }
  const lines = linesOf(thread, task?.history ?? [], task?.notifications ?? [])
  const last = lines.at(-1)

  return (
    <Scroller newest={last ? keyOf(last) : ''} own={waiting.at(-1)?.attempt ?? ''}>
      {thread.older && !olderProblem && <MoreRows onMore={() => void loadOlder()} />}
      {olderProblem && <Outdated problem={olderProblem} retry={() => void loadOlder()} />}
      {lines.length === 0 && waiting.length === 0 && <p class="thread-empty">{t('thread.empty')}</p>}
      <ul class="lines">
        {lines.map((line, index) => {
          const day = dayOfMomentInWords(line.at)
          const before = lines[index - 1]
          return [
            (!before || dayOfMomentInWords(before.at) !== day) && (
              <li key={`day ${day}`} class="line-day">
                <h2>{day}</h2>
              </li>
            ),
            line.kind === 'message' ? (
              <MessageLine key={keyOf(line)} message={line.message} ofTask={task === undefined} onExpired={() => renew(line.message.id)} />
            ) : line.kind === 'event' ? (
              <EventLine key={keyOf(line)} event={line.event} told={line.told} />
            ) : (
              <ToldLine key={keyOf(line)} told={line.told} />
            ),
          ]
        })}
        {task && <UndoLine task={task} />}
        {waiting.map((message) => (
          <OutgoingLine key={message.attempt} message={message} />
        ))}
      </ul>
      <Viewer />
    </Scroller>
  )
}

function keyOf(line: Line): string {
  if (line.kind === 'message') return `message ${line.message.id}`
  return line.kind === 'event' ? `event ${line.event.id}` : `told ${line.told.id}`
}

interface ScrollerProperties {
  /** What stands last. */
  newest: string
  /** What the person has just sent. */
  own: string
  children: ComponentChildren
}

/** In pixels: who is so near the end follows what comes. */
const nearEnd = 60

/**
 * Stays at its end while new lines come; who has scrolled up keeps what they are reading where it is, and is told of
 * what is new.
 */
function Scroller({ newest, own, children }: ScrollerProperties) {
  const element = useRef<HTMLDivElement>(null)
  usePlaceForToasts(element)
  const place = useRef<{ line: Element; top: number } | null>(null)
  const [unread, setUnread] = useState(false)
  const seen = useRef({ newest, own })

  // It grows upwards (see the style), so its end is at 0 and places before it are negative.
  const atEnd = () => element.current!.scrollTop > -nearEnd
  const toEnd = () => {
    place.current = null
    element.current!.scrollTop = 0
    setUnread(false)
  }
  function remember(): void {
    const { top } = element.current!.getBoundingClientRect()
    const lines = [...element.current!.querySelectorAll('.lines > li')]
    const line = atEnd() ? undefined : lines.find((line) => line.getBoundingClientRect().bottom > top)
    place.current = line ? { line, top: line.getBoundingClientRect().top } : null
    if (!line) setUnread(false)
  }

  useLayoutEffect(() => {
    const before = seen.current
    seen.current = { newest, own }
    if (own !== before.own && own !== '') return toEnd()
    const { line, top } = place.current ?? {}
    if (line?.isConnected) element.current!.scrollTop += line.getBoundingClientRect().top - top!
    if (place.current && newest !== before.newest) setUnread(true)
  })

  return (
    <div class="thread">
      <div ref={element} class="thread-scroll" role="log" aria-label={t('thread.title')} tabIndex={0} onScroll={remember}>
        <div class="thread-content">{children}</div>
      </div>
      {unread && (
        <button type="button" class="thread-new" onClick={toEnd}>
          {t('thread.new')}
          <Icon name="down" />
        </button>
      )}
    </div>
  )
}
