import { signal } from '@preact/signals'
import type { Task } from '../graphql/types'

/** What the row that was tapped last knows of its task: the card opens with it. */
export const tappedTask = signal<Task | null>(null)
