import { useEffect, useState } from 'preact/hooks'

const rest = 1000 // milliseconds

/** True for a second after the value has changed: a tap in that time was meant for what stood there before. */
export function useRest(value: string): boolean {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const pause = setTimeout(setSettled, rest, value)
    return () => clearTimeout(pause)
  }, [value])
  return settled !== value
}
