import type { SubscriptionOperation } from '@urql/core'
import type { Client as Socket } from 'graphql-ws'
import { nextTask } from '../scheduling'
import { waitToReconnect } from './reconnect'
import { session } from './session'

/** In milliseconds. The server pings every 20 seconds; a network that is gone does not always say so. */
const longestSilence = 50_000

/** The server's close code for a token that is not in force any more. */
const forbidden = 4403

let socket: Promise<Socket> | null = null

let renewToken = () => Promise.resolve()

/** Names what gets a token that is in force, for a connection that the server has refused. */
export function renewTokenBy(renew: () => Promise<void>): void {
  renewToken = renew
}

/** One connection for all subscriptions; its code is loaded when it is needed. */
function connected(): Promise<Socket> {
  socket ??= import('graphql-ws').then(({ createClient }) => {
    let refused = false
    const made = createClient({
      url: () => `${location.origin.replace(/^http/, 'ws')}/graphql`,
      connectionParams: async () => {
        if (refused) await renewToken()
        return { Authorization: `Bearer ${session.value?.token}` }
      },
      retryAttempts: Infinity,
      retryWait: waitToReconnect,
      shouldRetry: () => session.value !== null,
    })
    made.on('connected', (opened) => {
      // The subscriptions are sent in this turn, so that the answer to a ping in the next comes after they have
      // begun. What happened before was not told, and what is read from then on misses nothing.
      void nextTask().then(() => (opened as WebSocket).send(JSON.stringify({ type: 'ping' })))
    })
    made.on('closed', (event) => (refused = (event as CloseEvent).code === forbidden))
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
