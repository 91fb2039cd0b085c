import { useEffect, useRef, useState } from 'preact/hooks'

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

/** The same after rows have moved, for one above them has come or gone; more rows at the end move none. */
export function useRowsRest(rows: readonly { id: string }[]): boolean {
  const shown = useRef(rows)
  const moves = useRef(0)
  if (shown.current.some(({ id }, place) => rows[place]?.id !== id)) moves.current++
  shown.current = rows
  return useRest(String(moves.current))
}
