import type { Client as Socket } from 'graphql-ws'
import type { SubscriptionOperation } from '@urql/core'
import { effect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { CustomerChanged, NotificationChanged, TaskChanged, type CustomerChange, type TaskChange } from '../graphql/changes'
import { nextTask } from '../scheduling'
import { client } from './client'
import { session } from './session'

const taskListeners = new Set<(change: TaskChange) => void>()
const customerListeners = new Set<(change: CustomerChange) => void>()

/** Calls back for every change of a task while the component is shown. */
export function useTaskChanges(onChange: (change: TaskChange) => void): void {
  useListener(taskListeners, onChange)
}

/** The same for customers. */
export function useCustomerChanges(onChange: (change: CustomerChange) => void): void {
  useListener(customerListeners, onChange)
}

function useListener<Told>(listeners: Set<(change: Told) => void>, onChange: (change: Told) => void): void {
  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => {
    const listener = (change: Told) => latest.current(change)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
}

/** Keeps the cache up to date while somebody is logged in. Begins after the first screen is there. */
export function followChanges(): void {
  effect(() => {
    if (session.value === null) return
    const current = client.value
    const tasks = current.subscription(TaskChanged, {}).subscribe(({ data }) => {
      if (data?.taskChanged) taskListeners.forEach((listener) => listener(data.taskChanged!))
    })
    const customers = current.subscription(CustomerChanged, {}).subscribe(({ data }) => {
      if (data?.customerChanged) customerListeners.forEach((listener) => listener(data.customerChanged!))
    })
    const notifications = current.subscription(NotificationChanged, {}).subscribe(() => {})
    return () => {
      tasks.unsubscribe()
      customers.unsubscribe()
      notifications.unsubscribe()
    }
  })
}

/** In milliseconds. The server pings every 20 seconds; a network that is gone does not always say so. */
const longestSilence = 50_000

let socket: Promise<Socket> | null = null

/** One connection for all subscriptions; its code is loaded when it is needed. */
function connected(): Promise<Socket> {
  socket ??= import('graphql-ws').then(({ createClient }) => {
    const made = createClient({
      url: () => `${location.origin.replace(/^http/, 'ws')}/graphql`,
      connectionParams: () => ({ Authorization: `Bearer ${session.value?.token}` }),
      retryAttempts: Infinity,
      shouldRetry: () => session.value !== null,
    })
    made.on('connected', (opened) => {
      // The subscriptions are sent in this turn, so that the answer to a ping in the next comes after they have
      // begun. What happened before was not told, and what is read from then on misses nothing.
      void nextTask().then(() => (opened as WebSocket).send(JSON.stringify({ type: 'ping' })))
    })
    made.on('pong', (received) => received && dispatchEvent(new Event('online')))
    endWhenSilent(made)
    return made
  })
  return socket
}

/** A connection that is ended is made anew. */
function endWhenSilent(made: Socket): void {
  let silence: ReturnType<typeof setTimeout>
  const heard = () => {
    clearTimeout(silence)
    silence = setTimeout(() => made.terminate(), longestSilence)
  }
  made.on('opened', heard)
  made.on('message', heard)
  made.on('closed', () => clearTimeout(silence))
}

/** What urql's subscriptionExchange sends its subscriptions by. */
export function forward(operation: SubscriptionOperation) {
  return {
    subscribe(sink: { next: (value: never) => void; error: (error: unknown) => void; complete: () => void }) {
      let stopped = false
      let stop = () => {}
      void connected().then((socket) => {
        if (!stopped) stop = socket.subscribe({ ...operation, query: operation.query ?? '' }, sink as never)
      })
      return {
        unsubscribe() {
          stopped = true
          stop()
        },
      }
    },
  }
}
