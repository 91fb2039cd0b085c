import type { TypedDocumentNode } from '@urql/core'
import { useEffect, useRef, useState } from 'preact/hooks'
import { client } from '../api/client'
import { useMessageChanges, useNotificationChanges } from '../api/live'
import { problemOf, type Problem } from '../api/problem'
import { useQuery } from '../api/query'
import { without, withMessage, withNewest, withNotification, withOlder, type Thread } from '../domain/thread'
import { CustomerThreadQuery, TaskThreadQuery, type Message, type ThreadPage } from '../graphql/messages'
import type { Place } from './place'

const pageSize = 50

/** Both questions have the same variables, and an answer has one of the two. */
type Answer = Partial<Record<'taskById' | 'customerById', { messages: ThreadPage } | null>>
type ThreadQuery = TypedDocumentNode<Answer, { id: string; last: number; before: string | null }>

/** The messages of a place, read backwards page by page and kept up to date. */
export function useThread(place: Place) {
  const question = ('taskId' in place ? TaskThreadQuery : CustomerThreadQuery) as ThreadQuery
  const id = 'taskId' in place ? place.taskId : place.customerId
  const [thread, setThread] = useState<Thread | null>(null)
  const [olderProblem, setOlderProblem] = useState<Problem | null>(null)
  const reading = useRef(false)
  const pages = useRef<string[]>([])
  const newest = useQuery(question, { id, last: pageSize, before: null })
  const page = pageOf(newest.data)
  useEffect(() => {
    if (page) setThread((before) => withNewest(before, page))
  }, [page])

  const change = (next: (thread: Thread) => Thread) => setThread((thread) => thread && next(thread))
  useMessageChanges(({ kind, id, message }) => {
    // The answer that is on its way may have been written before.
    if (!thread && message && isAt(place, message)) newest.reload()
    if (kind === 'DELETED' || !message) change((thread) => without(thread, id))
    else if (isAt(place, message)) change((thread) => withMessage(thread, message))
    else change((thread) => withoutMoved(thread, id))
  })
  useNotificationChanges(({ notification }) => {
    if (notification) change((thread) => withNotification(thread, notification))
  })

  async function read(before: string): Promise<ThreadPage | null> {
    const variables = { id, last: pageSize, before }
    const { data, error } = await client.value.query(question, variables, { requestPolicy: 'network-only' }).toPromise()
    setOlderProblem(error ? problemOf(error) : null)
    return pageOf(data)
  }

  /** One page at a time; after a failure only when the person asks. */
  async function loadOlder(): Promise<void> {
    if (!thread?.older || reading.current) return
    reading.current = true
    const { before } = thread.older
    const page = await read(before)
    reading.current = false
    if (!page) return
    pages.current.push(before)
    change((thread) => withOlder(thread, page))
  }

  /** Reads a message again, with its page: its files have new addresses then. Those of other pages are not worth it. */
  async function renew(id: string): Promise<void> {
    const first = page?.nodes[0]
    if (!first || Number(id) >= Number(first.id)) return newest.reload()
    if (reading.current) return
    reading.current = true
    for (const before of pages.current) {
      const page = await read(before)
      page?.nodes.forEach((message) => change((thread) => withMessage(thread, message)))
      if (!page || page.nodes.some((message) => message.id === id)) break
    }
    reading.current = false
  }

  return { thread, problem: newest.problem, reload: newest.reload, olderProblem, loadOlder, renew: (id: string) => void renew(id) }
}

function pageOf(data: Answer | null | undefined): ThreadPage | null {
  return data?.taskById?.messages ?? data?.customerById?.messages ?? null
}

function isAt(place: Place, { task, customer }: Message): boolean {
  return 'taskId' in place ? task?.id === place.taskId : customer?.id === place.customerId
}

/** Unlike a deleted one it can come back. */
function withoutMoved(thread: Thread, id: string): Thread {
  const messages = thread.messages.filter((message) => message.id !== id)
  return messages.length === thread.messages.length ? thread : { ...thread, messages }
}
