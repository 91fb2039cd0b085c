import { effect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { CustomerChanged, NotificationChanged, TaskChanged, type CustomerChange, type TaskChange } from '../graphql/changes'
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
