import { signal } from '@preact/signals'

/** What "back" closes before it leaves the screen; null while nothing lies over it. */
export const overlay = signal<(() => void) | null>(null)
