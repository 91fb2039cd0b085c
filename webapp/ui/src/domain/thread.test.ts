import { describe, expect, it } from 'vitest'
import type { Message, ThreadPage } from '../graphql/messages'
import type { Notification, TaskEvent } from '../graphql/types'
import { linesOf, without, withMessage, withNewest, withNotification, withOlder, type Line } from './thread'

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString()

function message(id: number, more: Partial<Message> = {}): Message {
  return {
    ...{ __typename: 'MessageType', id: String(id), direction: 'IN', authorKind: 'CUSTOMER', authorName: 'Ольга', text: `${id}` },
    ...{ previousTexts: [], files: [], createdTime: at(id), editedTime: null, notification: null, task: null, customer: null },
    ...more,
  }
}

function notification(id: number, status: Notification['status'], more: Partial<Notification> = {}): Notification {
  return {
    ...{ __typename: 'NotificationType', id: String(id), kind: 'status_changed', status, state: 'SENT' },
    ...{ lastError: null, notBefore: at(id), createdTime: at(id), sentAt: at(id), stage: null },
    ...more,
  }
}

function event(id: number, to: string, kind: TaskEvent['kind'] = 'STATUS'): TaskEvent {
  return { __typename: 'TaskEventType', id: String(id), kind, at: at(id), actor: 'STAFF', actorName: 'Анна', from: null, to }
}

const page = (ids: number[], before: string | null = null): ThreadPage => ({
  nodes: ids.map((id) => message(id)),
  pageInfo: { hasPreviousPage: before !== null, startCursor: before },
})

const ids = ({ messages }: { messages: readonly Message[] }) => messages.map(({ id }) => Number(id))

describe('a thread', () => {
  const read = withNewest(null, page([11, 12, 13], 'c11'))

  it('begins with its newest page, and grows backwards', () => {
    expect(read.older).toEqual({ before: 'c11' })
    const more = withOlder(read, page([9, 10], 'c9'))
    expect(ids(more)).toEqual([9, 10, 11, 12, 13])
    expect(more.older).toEqual({ before: 'c9' })
    expect(withOlder(more, page([8])).older).toBeNull()
  })

  it('has a new message at its place, once', () => {
    const more = withMessage(withMessage(read, message(15)), message(14))
    expect(ids(more)).toEqual([11, 12, 13, 14, 15])
    expect(ids(withMessage(more, message(14)))).toEqual([11, 12, 13, 14, 15])
  })

  it('shows an edited message where it was', () => {
    const edited = withMessage(read, message(12, { text: 'иначе' }))
    expect(edited.messages.map(({ text }) => text)).toEqual(['11', 'иначе', '13'])
  })

  it('leaves a message that belongs to a page that is not read to that page', () => {
    expect(withMessage(read, message(3))).toBe(read)
    expect(ids(withMessage(withNewest(null, page([11])), message(3)))).toEqual([3, 11])
  })

  it('does not bring back what was deleted, whatever an older answer says', () => {
    const less = without(read, '12')
    expect(ids(less)).toEqual([11, 13])
    expect(ids(withMessage(less, message(12)))).toEqual([11, 13])
    expect(ids(withNewest(less, page([11, 12, 13], 'c11')))).toEqual([11, 13])
  })

  it('keeps what is older than the newest page when that is read again, and what came in meanwhile', () => {
    const more = withMessage(withOlder(read, page([9, 10], 'c9')), message(15))
    const again = withNewest(more, page([12, 13, 14], 'c12'))
    expect(ids(again)).toEqual([9, 10, 11, 12, 13, 14, 15])
    expect(again.older).toEqual({ before: 'c9' })
  })

  it('forgets what is in the newest page’s range and not in it', () => {
    expect(ids(withNewest(read, page([11, 13], 'c11')))).toEqual([11, 13])
  })

  it('has no gap: after a long time away it begins anew', () => {
    const again = withNewest(read, page([21, 22], 'c21'))
    expect(ids(again)).toEqual([21, 22])
    expect(again.older).toEqual({ before: 'c21' })
  })

  it('says how far a message has come', () => {
    const queued = notification(1, 'ACCEPTED', { kind: 'message', state: 'QUEUED' })
    const written = withMessage(read, message(14, { direction: 'OUT', notification: queued }))
    const sent = withNotification(written, { ...queued, state: 'SENT' })
    expect(sent.messages.at(-1)!.notification!.state).toBe('SENT')
    expect(withNotification(sent, notification(2, 'READY'))).toBe(sent)
  })
})

describe('the lines of a conversation', () => {
  const brief = (line: Line) =>
    line.kind === 'message' ? line.message.id : line.kind === 'event' ? `event ${line.event.id} told ${line.told?.id ?? '-'}` : `told ${line.told.id}`
  const lines = (...[thread, history, told = []]: [ThreadPage, TaskEvent[], Notification[]?]) =>
    linesOf(withNewest(null, thread), history, told).map(brief)

  it('are messages and what was done, by time', () => {
    expect(lines(page([2, 4]), [event(1, 'ACCEPTED', 'CREATED'), event(3, 'READY')])).toEqual(['event 1 told -', '2', 'event 3 told -', '4'])
  })

  it('begin with what was done, of one moment', () => {
    expect(lines(page([1]), [event(1, 'ACCEPTED', 'CREATED')])).toEqual(['event 1 told -', '1'])
  })

  it('have the message beside the stage, or the promise, that it tells of', () => {
    const stage = { __typename: 'StageType' as const, id: '7' }
    const told = [notification(2, 'IN_PROGRESS'), notification(4, 'IN_PROGRESS', { stage }), notification(6, 'IN_PROGRESS', { kind: 'promise_moved' })]
    const history = [event(1, 'ACCEPTED', 'CREATED'), event(2, 'IN_PROGRESS'), event(4, '7', 'STAGE'), event(5, 'later', 'PROMISE')]
    expect(lines(page([]), history, told)).toEqual(['event 1 told -', 'event 2 told 2', 'event 4 told 4', 'event 5 told 6'])
  })

  it('go no further back than the messages that are read', () => {
    expect(lines(page([5, 6], 'c5'), [event(1, 'ACCEPTED', 'CREATED'), event(5, 'READY')])).toEqual(['event 5 told -', '5', '6'])
  })

  it('say at each change what became of the message about it', () => {
    const history = [event(1, 'IN_PROGRESS'), event(2, 'READY'), event(3, 'IN_PROGRESS')]
    const told = [notification(1, 'IN_PROGRESS'), notification(3, 'IN_PROGRESS')]
    expect(lines(page([]), history, told)).toEqual(['event 1 told 1', 'event 2 told -', 'event 3 told 3'])
  })

  it('show a message of which the history knows nothing, and leave out those that are no tidings', () => {
    const told = [notification(4, 'READY'), notification(5, 'ACCEPTED', { kind: 'message' })]
    expect(lines(page([]), [event(1, 'IN_PROGRESS')], told)).toEqual(['event 1 told -', 'told 4'])
  })
})
