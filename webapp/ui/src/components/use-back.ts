import { effect, signal } from '@preact/signals'
import { useContext, useEffect, useRef } from 'preact/hooks'
import { client } from '../telegram'
import { Visible } from '../visible'

/** What Telegram's "back" does: the last of these, which lies over the others. */
const steps = signal<readonly (() => void)[]>([])

effect(() => {
  const native = client.value.backButton
  const step = steps.value.at(-1)
  if (step) native?.show(step)
  else native?.hide()
})

/** Has Telegram's "back" take this step while the component is in sight; null for none. */
export function useBack(step: (() => void) | null): void {
  const newest = useRef(step)
  newest.current = step
  const wanted = useContext(Visible) && step !== null
  useEffect(() => {
    if (!wanted) return
    const take = () => newest.current?.()
    steps.value = [...steps.peek(), take]
    return () => {
      steps.value = steps.peek().filter((other) => other !== take)
    }
  }, [wanted])
}
