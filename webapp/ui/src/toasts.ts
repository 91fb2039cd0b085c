import { signal } from '@preact/signals'

export interface Toast {
  id: number
  text: string
  kind: 'done' | 'failed'
  action?: { text: string; run: () => void }
}

/** Short news at the bottom of the page, newest last. */
export const toasts = signal<Toast[]>([])

const usually = 6000 // milliseconds
let last = 0

/** `shownFor` is in milliseconds. */
export function toast(
  text: string,
  { shownFor = usually, ...options }: Pick<Toast, 'action'> & { kind?: Toast['kind']; shownFor?: number } = {},
): void {
  const id = ++last
  // Two at most: a third would cover the list.
  toasts.value = [...toasts.value.slice(-1), { kind: 'done', ...options, id, text }]
  setTimeout(dismiss, shownFor, id)
}

export function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}
