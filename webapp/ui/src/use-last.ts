import { useRef } from 'preact/hooks'

/** The value, or the last one that there was: a form stays when what it edits is deleted elsewhere. */
export function useLast<Value>(value: Value | null | undefined): Value | null {
  const last = useRef<Value | null>(null)
  last.current = value ?? last.current
  return last.current
}
