import { signal } from '@preact/signals'
import { serverNow } from './clock'

export interface Action {
  text: string
  run: () => void
}

export interface Toast {
  id: number
  text: string
  kind: 'done' | 'failed'
  action?: Action
  /** Until when the action is of use; the seconds are counted down. */
  until?: string
  /** A phone to call. */
  phone?: string
}

/** Short news at the bottom of the page: the newest alone, for what an older one offers is not meant any more. */
export const toasts = signal<Toast[]>([])

const usually = 6000 // milliseconds
let last = 0

/** `shownFor` is in milliseconds; with `until` it is longer where more time is left. */
export function toast(
  text: string,
  { shownFor = usually, ...options }: Partial<Omit<Toast, 'id' | 'text'>> & { shownFor?: number } = {},
): void {
  const id = ++last
  toasts.value = [{ kind: 'done', ...options, id, text }]
  setTimeout(dismiss, Math.max(shownFor, options.until ? Date.parse(options.until) - serverNow() : 0), id)
}

export function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}

// What failed just before the network came back failed for want of it.
addEventListener('online', () => (toasts.value = toasts.value.filter(({ kind }) => kind !== 'failed')))
