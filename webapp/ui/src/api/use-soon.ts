import { useCallback, useEffect, useRef } from 'preact/hooks'

/** In milliseconds. */
const pause = 1000

/** Does the work once for many calls in quick succession, a moment after the first. */
export function useSoon(work: () => void): () => void {
  const latest = useRef(work)
  latest.current = work
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => () => clearTimeout(timer.current ?? undefined), [])
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null
      latest.current()
    }, pause)
  }, [])
}
