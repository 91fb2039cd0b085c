import { useEffect, useState } from 'preact/hooks'

/** Counts down to 0. */
export function useSecondsUntil(moment: string | null | undefined): number {
  const secondsLeft = () => (moment ? Math.max(0, Math.ceil((Date.parse(moment) - Date.now()) / 1000)) : 0)
  const [left, setLeft] = useState(secondsLeft())
  useEffect(() => {
    setLeft(secondsLeft())
    if (secondsLeft() === 0) return
    const clock = setInterval(() => setLeft(secondsLeft()), 250)
    return () => clearInterval(clock)
  }, [moment])
  return left
}
