import { useEffect, useState } from 'preact/hooks'

/** In milliseconds. */
const pause = 400

/** The value once it has stayed the same for a moment. */
export function useDebounced<Value>(value: Value): Value {
  const [debounced, setDebounced] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return debounced
}
