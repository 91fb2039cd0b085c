import { signal } from '@preact/signals'
import type { Problem } from './problem'

/** Asked for while it is not null; called with whether the password was given. */
export const passwordAsked = signal<((given: boolean) => void) | null>(null)

let asked: Promise<boolean> | null = null

/** Whether the server wants to know that a thief has not got hold of the session. */
export function asksForPassword(problem: Problem): boolean {
  return problem.code === 'FORBIDDEN' && problem.field === 'currentPassword'
}

/** Asks the person for their password, once for all who want it; whether the session has given it now. */
export function reauthenticate(): Promise<boolean> {
  asked ??= new Promise<boolean>((resolve) => (passwordAsked.value = resolve)).finally(() => {
    asked = passwordAsked.value = null
  })
  return asked
}
