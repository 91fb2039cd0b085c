import { useEffect, useState } from 'preact/hooks'
import { serverNow } from '../clock'

/** Counts down to 0. */
export function useSecondsUntil(moment: string | null | undefined): number {
  const secondsLeft = () => (moment ? Math.max(0, Math.ceil((Date.parse(moment) - serverNow()) / 1000)) : 0)
  const [left, setLeft] = useState(secondsLeft())
  useEffect(() => {
    setLeft(secondsLeft())
    if (secondsLeft() === 0) return
    const clock = setInterval(() => setLeft(secondsLeft()), 250)
    return () => clearInterval(clock)
  }, [moment])
  return left
}
