import { signal } from '@preact/signals'
import { mutate, newIdempotencyKey, withIdempotencyKey } from '../api/client'
import { tellOfMessage } from '../api/live'
import { given, inWords, Problem } from '../api/problem'
import { myId } from '../api/session'
import { serverNow } from '../clock'
import { AddNote, DeleteMessage, SendMessage, type Message } from '../graphql/messages'
import { t } from '../locale/conversation'
import { allCustomers, navigate, taskRoute } from '../router'
import { forget, remember, remembered } from '../storage'
import { telegram } from '../telegram'
import { toast } from '../toasts'
import { withToast } from '../with-toast'
import { sendAgain as sendFileAgain, type Attachment } from './attachment'
import { draftOf, putBack } from './draft'
import { nameOfPlace, type Mode, type Place } from './place'

/** A message that the server does not have yet. */
export interface Outgoing {
  /** Names it for the server, so that what is sent twice for want of an answer is written once. */
  attempt: string
  /** Who wrote it: at a counter several people use one browser. */
  by: string
  place: Place
  mode: Mode
  text: string
  attachments: readonly Attachment[]
  at: string
  /** `waiting` is for a network. */
  state: 'sending' | 'waiting' | 'failed'
  problem: Problem | null
}

const key = 'outgoing'

/** In the order in which they were written. What waits for a network also survives that the page is closed. */
export const outgoing = signal<readonly Outgoing[]>(kept())

export function outgoingAt(place: Place): Outgoing[] {
  const name = nameOfPlace(place)
  return outgoing.value.filter(({ by, place }) => by === myId() && nameOfPlace(place) === name)
}

/** Sends what is in the composer, and empties it. */
export function send(place: Place, mode: Mode): void {
  const draft = draftOf(place, mode)
  const message: Outgoing = {
    attempt: newIdempotencyKey(),
    by: myId(),
    place,
    mode,
    text: draft.text.value.trim(),
    attachments: draft.attachments.value,
    at: new Date(serverNow()).toISOString(),
    state: 'sending',
    problem: null,
  }
  draft.text.value = ''
  draft.attachments.value = []
  set([...outgoing.value, message])
  telegram.haptic('impact')
  setAll(place, 'waiting', 'sending')
  void deliver(place)
}

/** Whether the server cannot have it yet. */
export function canTakeBack({ state, attachments }: Outgoing): boolean {
  return state !== 'sending' || attachments.some(({ id }) => id.value === null)
}

/** What was not sent goes back into the composer. */
export function takeBack({ attempt, place, mode, text, attachments }: Outgoing): void {
  drop(attempt)
  loading.get(attempt)?.()
  putBack(place, mode, text, attachments)
}

/** Tries again what failed, or waits. */
export function sendAgain({ attempt, place }: Outgoing): void {
  change(attempt, { state: 'sending', problem: null })
  setAll(place, 'waiting', 'sending')
  void deliver(place)
}

/** Sends what waits, and goes on doing so whenever the network is back. */
export function sendWhatWaits(): void {
  const again = () => {
    for (const message of outgoing.value) if (message.state === 'waiting' && message.by === myId()) sendAgain(message)
  }
  addEventListener('online', again)
  // A server that was not reached is no network that has gone: no event tells that it is back.
  setInterval(again, 15_000)
  again()
}

const delivering = new Set<string>()

/** One after the other, so that they arrive in the order in which they were written. */
async function deliver(place: Place): Promise<void> {
  const name = nameOfPlace(place)
  if (delivering.has(name)) return
  delivering.add(name)
  try {
    for (let next = nextAt(place); next; next = nextAt(place)) await deliverOne(next)
  } finally {
    delivering.delete(name)
  }
}

/** Of a place either all wait for a network or none does: a later one would be there first. */
function setAll(place: Place, from: Outgoing['state'], to: Outgoing['state']): void {
  for (const { attempt, state } of outgoingAt(place)) if (state === from) change(attempt, { state: to, problem: null })
}

function nextAt(place: Place): Outgoing | undefined {
  return outgoingAt(place).find(({ state }) => state === 'sending')
}

async function deliverOne(message: Outgoing): Promise<void> {
  const { attempt, place, mode, text, attachments } = message
  try {
    const fileIds = await Promise.race([uploaded(attachments), takenBack(attempt)])
    loading.delete(attempt)
    if (!fileIds) return
    remember(key, JSON.stringify(outgoing.value, withoutContent))
    const variables = { text, fileIds }
    const context = withIdempotencyKey(attempt)
    const written =
      mode === 'answer'
        ? (await mutate(SendMessage, { ...place, ...variables }, context)).sendMessage
        : (await mutate(AddNote, { ...(place as { taskId: string }), ...variables }, context)).addNote
    drop(attempt)
    sent(message, given(written?.message))
  } catch (error) {
    loading.delete(attempt)
    if (!(error instanceof Problem)) throw error
    // What is being carried out just now, perhaps for another tab, is answered the next time.
    const later = error.code === 'OFFLINE' || error.field === 'Idempotency-Key'
    change(attempt, { state: later ? 'waiting' : 'failed', problem: error })
    if (later) return setAll(place, 'sending', 'waiting')
    telegram.haptic('error')
    // Who has gone elsewhere does not see its line, which says why.
    const action = { text: t('send.failed.show'), run: () => navigate(routeOf(place)) }
    toast(t(`send.failed.${mode}`), { kind: 'failed', action })
  }
}

function routeOf(place: Place) {
  return 'taskId' in place ? taskRoute(place.taskId) : ({ ...allCustomers, screen: 'customer-chat', id: place.customerId } as const)
}

/** Those whose files are on their way, and what ends the wait for them. */
const loading = new Map<string, () => void>()

/** Resolves when a message whose files are on their way is not to be sent after all. */
function takenBack(attempt: string): Promise<void> {
  return new Promise((resolve) => loading.set(attempt, resolve))
}

/** The ids of what is attached, once the server has all of it. */
function uploaded(attachments: readonly Attachment[]): Promise<string[]> {
  return Promise.all(
    attachments.map(async (attachment) => {
      if (attachment.problem.value) sendFileAgain(attachment)
      await attachment.sending
      if (attachment.problem.value) throw attachment.problem.value
      return given(attachment.id.value)
    }),
  )
}

/** What was sent from this page, by the ids of the messages that it became. */
const sentHere = new Map<string, Outgoing>()

function sent(message: Outgoing, written: Message): void {
  sentHere.set(written.id, message)
  telegram.haptic('success')
  tellOfMessage({ kind: 'CREATED', id: written.id, message: written })
  const undoing = { action: { text: t('action.undo'), run: () => void undo(written.id) } }
  if (message.mode === 'note') return toast(t('send.noted'), undoing)
  const until = written.notification?.state === 'QUEUED' ? written.notification.notBefore : null
  if (until && Date.parse(until) - serverNow() > 1000) toast(t('send.sent'), { ...undoing, until })
}

/** How far apart the clocks of a server and of a person may be, in milliseconds. */
const clocksApart = 60_000

/** Whether one of the messages is what is being sent: that it was written can be told before the answer is here. */
export function hasArrived({ mode, text, at, state }: Outgoing, messages: readonly Message[]): boolean {
  const direction = mode === 'answer' ? 'OUT' : 'NOTE'
  const isIt = (message: Message) =>
    message.direction === direction &&
    message.text === text &&
    !sentHere.has(message.id) &&
    Date.parse(message.createdTime) > Date.parse(at) - clocksApart
  return state === 'sending' && messages.some(isIt)
}

export function canUndo(id: string): boolean {
  return sentHere.has(id)
}

/** Takes back a note, or a message that has not left yet; what it said is in the composer again. */
export async function undo(id: string): Promise<void> {
  const message = sentHere.get(id)
  if (!message) return
  const { place, mode, text, attachments } = message
  const done = await withToast(
    async () => {
      await mutate(DeleteMessage, { id })
      return t('send.takenBack')
    },
    (problem) => (problem.code === 'CONFLICT' ? t('told.late') : inWords(problem)),
  )
  if (!done) return
  sentHere.delete(id)
  tellOfMessage({ kind: 'DELETED', id, message: null })
  // The server has removed the files along with the message.
  attachments.forEach(sendFileAgain)
  putBack(place, mode, text, attachments)
}

function set(messages: readonly Outgoing[]): void {
  outgoing.value = messages
  if (messages.length === 0) forget(key)
  else remember(key, JSON.stringify(messages, withoutContent))
}

function change(attempt: string, part: Partial<Outgoing>): void {
  set(outgoing.value.map((message) => (message.attempt === attempt ? { ...message, ...part } : message)))
}

function drop(attempt: string): void {
  set(outgoing.value.filter((message) => message.attempt !== attempt))
}

/** Of what is attached only the ids can be kept; null for what the server does not have. */
function withoutContent(name: string, value: unknown): unknown {
  if (name === 'attachments') return (value as readonly Attachment[]).map(({ id }) => id.value)
  return name === 'problem' ? null : value
}

function kept(): Outgoing[] {
  try {
    const messages = JSON.parse(remembered(key) ?? '[]') as (Omit<Outgoing, 'attachments'> & { attachments: (string | null)[] })[]
    return messages.map(({ attachments, ...message }) =>
      attachments.includes(null)
        ? { ...message, attachments: [], state: 'failed', problem: new Problem('INVALID', '', 'attachments') }
        : { ...message, attachments: attachments.map((id) => known(id!)), state: 'waiting' },
    )
  } catch {
    return []
  }
}

/** What the server has already, and this page no longer. */
function known(id: string): Attachment {
  return {
    key: -Number(id),
    file: new File([], ''),
    preview: null,
    progress: signal(1),
    id: signal(id),
    problem: signal(null),
    sending: Promise.resolve(),
    stop: new AbortController(),
  }
}
