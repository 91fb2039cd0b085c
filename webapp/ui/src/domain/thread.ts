import type { Message, ThreadPage } from '../graphql/messages'
import type { Notification, TaskEvent } from '../graphql/types'

/** What is known of a conversation: its newest messages, without gaps, the oldest first. */
export interface Thread {
  messages: readonly Message[]
  /** Whether older messages can be read, and before which place. */
  older: { before: string } | null
  /** An answer that was on its way meanwhile can still tell of them. */
  deleted: ReadonlySet<string>
}

/** With the newest page, as it was read just now or when the person was here before. */
export function withNewest(thread: Thread | null, { nodes, pageInfo }: ThreadPage): Thread {
  const deleted = thread?.deleted ?? new Set<string>()
  const page = nodes.filter(({ id }) => !deleted.has(id))
  const [first] = page
  const last = page.at(-1)
  const known = thread?.messages ?? []
  const older = first ? known.filter((message) => isBefore(message, first)) : []
  // What came in since the page was read.
  const newer = last ? known.filter((message) => isBefore(last, message)) : known
  const touches = first !== undefined && known.some((message) => !isBefore(message, first))
  // More came in than a page has: what lies between is not known, so the older ones are read again.
  const keepsOlder = thread !== null && pageInfo.hasPreviousPage && (older.length === 0 || touches)
  return {
    messages: [...(keepsOlder ? older : []), ...page, ...newer],
    older: keepsOlder && older.length > 0 ? thread.older : olderOf(pageInfo),
    deleted,
  }
}

/** With the page before the oldest message. */
export function withOlder(thread: Thread, { nodes, pageInfo }: ThreadPage): Thread {
  const known = new Set(thread.messages.map(({ id }) => id))
  const page = nodes.filter(({ id }) => !known.has(id) && !thread.deleted.has(id))
  return { ...thread, messages: [...page, ...thread.messages], older: olderOf(pageInfo) }
}

/** With a message that is new or has changed, at its place; one of a page that is not read yet is left to it. */
export function withMessage(thread: Thread, message: Message): Thread {
  const { messages, deleted, older } = thread
  if (deleted.has(message.id)) return thread
  const at = messages.findIndex(({ id }) => id === message.id)
  if (at >= 0) return { ...thread, messages: messages.with(at, message) }
  const next = messages.findIndex((other) => isBefore(message, other))
  if (next === 0 && older) return thread
  return { ...thread, messages: messages.toSpliced(next < 0 ? messages.length : next, 0, message) }
}

export function without(thread: Thread, id: string): Thread {
  return { ...thread, messages: thread.messages.filter((message) => message.id !== id), deleted: new Set(thread.deleted).add(id) }
}

/** With how far a message has come. */
export function withNotification(thread: Thread, notification: Notification): Thread {
  const at = thread.messages.findIndex((message) => message.notification?.id === notification.id)
  if (at < 0) return thread
  return { ...thread, messages: thread.messages.with(at, { ...thread.messages[at]!, notification }) }
}

function olderOf({ hasPreviousPage, startCursor }: ThreadPage['pageInfo']): Thread['older'] {
  return hasPreviousPage && startCursor ? { before: startCursor } : null
}

/** Ids are numbers, and grow. */
function isBefore(one: { id: string }, other: { id: string }): boolean {
  return Number(one.id) < Number(other.id)
}

/** A line of the conversation. */
export type Line =
  | { kind: 'message'; at: string; message: Message }
  /** What was done with the task; `told` is the message to the customer about it. */
  | { kind: 'event'; at: string; event: TaskEvent; told: Notification | null }
  /** A message of the bot to the customer of which the history has nothing. */
  | { kind: 'told'; at: string; told: Notification }

/** Messages and what was done with the task in one thread, the oldest first; no further back than the messages are known. */
export function linesOf(thread: Thread, history: readonly TaskEvent[], notifications: readonly Notification[]): Line[] {
  const told = tidingsOf(history, notifications)
  const known = new Set(told.values())
  const unmatched = notifications.filter((notification) => (isOfStatus(notification) || isReminder(notification)) && !known.has(notification))
  const lines: Line[] = [
    ...history.map((event): Line => ({ kind: 'event', at: event.at, event, told: told.get(event.id) ?? null })),
    ...unmatched.map((told): Line => ({ kind: 'told', at: told.createdTime, told })),
  ]
  const from = thread.older ? (thread.messages[0]?.createdTime ?? '') : ''
  const shown = from === '' ? lines : lines.filter(({ at }) => Date.parse(at) >= Date.parse(from))
  const messages = thread.messages.map((message): Line => ({ kind: 'message', at: message.createdTime, message }))
  // Stable: of one moment, what was done comes before what was said.
  return [...shown, ...messages].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
}

/** Which message to the customer tells of which event. Of several quick changes one message tells, of the last. */
function tidingsOf(history: readonly TaskEvent[], notifications: readonly Notification[]): Map<string, Notification> {
  const told = new Map<string, Notification>()
  for (const notification of notifications.filter(isOfStatus).reverse()) {
    const event = history.findLast((event) => !told.has(event.id) && isToldBy(event, notification))
    if (event) told.set(event.id, notification)
  }
  return told
}

function isToldBy({ kind, at, to }: TaskEvent, notification: Notification): boolean {
  // A promise can be moved again while its message waits: the message is that of the last move before it went out.
  if (notification.kind === 'promise_moved') {
    return kind === 'PROMISE' && (notification.sentAt === null || Date.parse(at) <= Date.parse(notification.sentAt))
  }
  if (notification.stage && kind === 'STAGE') return to === notification.stage.id
  return (kind === 'STATUS' || kind === 'CREATED') && to === notification.status
}

function isOfStatus({ kind }: Notification): boolean {
  return kind === 'status_changed' || kind === 'task_created' || kind === 'promise_moved'
}

function isReminder({ kind }: Notification): boolean {
  return kind === 'ready_waits' || kind === 'rating' || kind === 'estimate_nudge'
}
