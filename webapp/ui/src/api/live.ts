import { effect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import {
  CustomerChanged,
  MessageChanged,
  NotificationChanged,
  TaskChanged,
  type CustomerChange,
  type MessageChange,
  type NotificationChange,
  type TaskChange,
} from '../graphql/changes'
import { MeQuery } from '../graphql/documents'
import { client } from './client'
import { session } from './session'
import { renewTokenBy } from './socket'

const taskListeners = new Set<(change: TaskChange) => void>()
const customerListeners = new Set<(change: CustomerChange) => void>()
const messageListeners = new Set<(change: MessageChange) => void>()
const notificationListeners = new Set<(change: NotificationChange) => void>()

/** Calls back for every change of a task while the component is shown. */
export function useTaskChanges(onChange: (change: TaskChange) => void): void {
  useListener(taskListeners, onChange)
}

/** The same for customers. */
export function useCustomerChanges(onChange: (change: CustomerChange) => void): void {
  useListener(customerListeners, onChange)
}

/** The same for messages. */
export function useMessageChanges(onChange: (change: MessageChange) => void): void {
  useListener(messageListeners, onChange)
}

/** The same for what is on its way to a customer. */
export function useNotificationChanges(onChange: (change: NotificationChange) => void): void {
  useListener(notificationListeners, onChange)
}

/** Calls back for every change of a message, for as long as the page is there. */
export function onMessageChange(changed: (change: MessageChange) => void): void {
  messageListeners.add(changed)
}

/** Tells of what was written or removed here, before the server tells of it. */
export function tellOfMessage(change: MessageChange): void {
  messageListeners.forEach((listener) => listener(change))
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
  // Any question that a token is refused for gets a new one.
  renewTokenBy(async () => void (await client.value.query(MeQuery, {}, { requestPolicy: 'network-only' }).toPromise()))
  effect(() => {
    if (session.value === null) return
    const current = client.value
    const tasks = current.subscription(TaskChanged, {}).subscribe(({ data }) => {
      if (data?.taskChanged) taskListeners.forEach((listener) => listener(data.taskChanged!))
    })
    const customers = current.subscription(CustomerChanged, {}).subscribe(({ data }) => {
      if (data?.customerChanged) customerListeners.forEach((listener) => listener(data.customerChanged!))
    })
    const messages = current.subscription(MessageChanged, {}).subscribe(({ data }) => {
      if (data?.messageChanged) tellOfMessage(data.messageChanged)
    })
    const notifications = current.subscription(NotificationChanged, {}).subscribe(({ data }) => {
      if (data?.notificationChanged) notificationListeners.forEach((listener) => listener(data.notificationChanged!))
    })
    return () => {
      tasks.unsubscribe()
      customers.unsubscribe()
      messages.unsubscribe()
      notifications.unsubscribe()
    }
  })
}
