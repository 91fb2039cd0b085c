import { useRef, useState } from 'preact/hooks'
import { Problem } from './api/problem'
import { telegram } from './telegram'

/** Runs a form's request once at a time and keeps why it failed. */
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
  return { busy, problem, submit }
}
