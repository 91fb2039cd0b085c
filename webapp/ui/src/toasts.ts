import { signal } from '@preact/signals'

export interface Action {
  text: string
  run: () => void
}

export interface Toast {
  id: number
  text: string
  kind: 'done' | 'failed'
  action?: Action
  /** Until when the action is of use; the seconds are counted down, and the toast ends with them. */
  until?: string
  /** A phone to call. */
  phone?: string
}

/** Short news at the bottom of the page: the newest alone, for what an older one offers is not meant any more. */
export const toasts = signal<Toast[]>([])

const usually = 6000 // milliseconds
let last = 0

/** `shownFor` is in milliseconds; with `until` it is the time that is left. */
export function toast(
  text: string,
  { shownFor = usually, ...options }: Partial<Omit<Toast, 'id' | 'text'>> & { shownFor?: number } = {},
): void {
  const id = ++last
  toasts.value = [{ kind: 'done', ...options, id, text }]
  setTimeout(dismiss, options.until ? Math.max(0, Date.parse(options.until) - Date.now()) : shownFor, id)
}

export function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}

// What failed just before the network came back failed for want of it.
addEventListener('online', () => (toasts.value = toasts.value.filter(({ kind }) => kind !== 'failed')))
