import { mutate } from './api/client'
import { fetchWithTimeout } from './api/fetch-timeout'
import { inWords, Problem } from './api/problem'
import { ChangeStatus } from './graphql/tasks'
import type { Status } from './graphql/types'
import { t } from './locale'
import { telegram } from './telegram'
import { toast } from './toasts'

/** Shown at once (see api/cache); a refusal takes it back and says why, a success can be undone. */
export async function changeStatus(task: { id: string; status: Status }, status: Status): Promise<void> {
  const { id, status: before } = task
  telegram.haptic('selection')
  try {
    await mutate(ChangeStatus, { taskData: { id, status } }, { fetch: inTurn(id) })
    toast(t('task.changed', { id, status: t(`status.${status}`) }), {
      action: { text: t('action.undo'), run: () => void changeStatus({ id, status }, before) },
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    telegram.haptic('error')
    toast(t('task.notChanged', { id, status: t(`status.${before}`), reason: inWords(error) }), { kind: 'failed' })
  }
}

/** The last request for a task that is not answered yet. */
const underWay = new Map<string, Promise<Response>>()

/** Of two quick taps the later one must win, and on a bad network its request can be the first to arrive. */
function inTurn(id: string): typeof fetch {
  return (address, options) => {
    // A tap is often the last thing before the app is closed.
    const send = () => fetchWithTimeout(address, { ...options, keepalive: true })
    const answer = underWay.get(id)?.then(send, send) ?? send()
    const forget = () => {
      if (underWay.get(id) === answer) underWay.delete(id)
    }
    underWay.set(id, answer)
    answer.then(forget, forget)
    return answer
  }
}
