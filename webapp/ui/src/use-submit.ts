import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { Problem } from './api/problem'
import { telegram } from './telegram'

/** Runs a form's request once at a time and keeps why it failed; that there was no network is forgotten when there is one. */
export function useSubmit(request: () => Promise<void>) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const running = useRef(false)

  async function submit(): Promise<void> {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(null)
    try {
      await request()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      telegram.haptic('error')
      setProblem(error)
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  const forget = useCallback(() => setProblem(null), [])
  const offline = problem?.code === 'OFFLINE'
  useEffect(() => {
    if (!offline) return
    addEventListener('online', forget)
    return () => removeEventListener('online', forget)
  }, [offline, forget])
  return { busy, problem, submit, forget }
}
