import { effect, signal } from '@preact/signals'
import { InboxCountQuery } from '../graphql/messages'
import { client } from './client'
import { onMessageChange } from './live'
import { session } from './session'

/** How many messages are filed to no task and wait for an answer. */
export const inboxCount = signal(0)

/** In milliseconds: a burst of messages is counted once. */
const pause = 1000

/** Keeps the count up to date while somebody is logged in. */
export function followInbox(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  async function count(): Promise<void> {
    timer = undefined
    if (session.peek() === null) return
    const { data } = await client.peek().query(InboxCountQuery, {}, { requestPolicy: 'network-only' }).toPromise()
    if (data?.inbox) inboxCount.value = data.inbox.totalCount
  }
  const soon = () => (timer ??= setTimeout(() => void count(), pause))
  onMessageChange(soon)
  addEventListener('online', soon)
  document.addEventListener('visibilitychange', soon)
  effect(() => {
    if (session.value === null) inboxCount.value = 0
    else void count()
  })
}
