import { inWords, Problem } from './api/problem'
import { telegram } from './telegram'
import { toast } from './toasts'

/** Does something with a tap's worth of feedback: what was done, or why it was not. */
export async function withToast(work: () => Promise<string>, explain: (problem: Problem) => string = inWords): Promise<boolean> {
  try {
    const done = await work()
    telegram.haptic('success')
    toast(done)
    return true
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    telegram.haptic('error')
    toast(explain(error), { kind: 'failed' })
    return false
  }
}
