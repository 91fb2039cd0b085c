import { signal } from '@preact/signals'

const minute = signal(0)
setInterval(() => minute.value++, 60_000)

/** Draws the component again every minute: it says how long something has lasted. */
export function useMinute(): void {
  void minute.value
}
