import { useRef, useState } from 'preact/hooks'

/** In milliseconds: what fails so soon after a new address was asked for cannot be shown at all. */
const soon = 60_000

/**
 * The address that is shown: the first that was told, for as long as it works, because a newer one means the same file,
 * which would be loaded again. Addresses are signed for minutes; `onExpired` asks for new ones.
 */
export function useAddress(latest: string | null, onExpired: () => void) {
  const shown = useRef(latest)
  const failed = useRef<string | null>(null)
  const asked = useRef(-soon)
  const [, draw] = useState({})
  if (!shown.current || failed.current === shown.current) shown.current = latest
  return {
    src: shown.current ?? undefined,
    /** Whether a failure means that it cannot be shown. */
    isNew: () => performance.now() - asked.current < soon,
    onError() {
      if (!shown.current || performance.now() - asked.current < soon) return
      asked.current = performance.now()
      failed.current = shown.current
      draw({})
      onExpired()
    },
  }
}
