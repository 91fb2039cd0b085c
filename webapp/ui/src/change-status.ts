import { mutate } from './api/client'
import { fetchWithTimeout } from './api/fetch-timeout'
import { inWords, Problem } from './api/problem'
import { reachOf } from './domain/contact'
import { ChangeStatus, UndoStatus } from './graphql/tasks'
import type { Status } from './graphql/types'
import { t } from './locale'
import { telegram } from './telegram'
import { toast } from './toasts'
import { withToast } from './with-toast'

/** What is not ready is closed after a question. Shown at once (see api/cache); a refusal takes it back and says why, a success can be undone while the customer is told nothing. */
export async function changeStatus(task: { id: string; status: Status }, status: Status): Promise<void> {
  const { id, status: before } = task
  if (status === 'CLOSED' && before !== 'READY' && !(await agreesToClose(id, before))) return
  telegram.haptic('impact')
  try {
    const { updateTask } = await mutate(ChangeStatus, { taskData: { id, status } }, { fetch: inTurn(id) })
    const { undoUntil, customer } = updateTask?.task ?? {}
    const changed = t('task.changed', { id, status: t(`status.${status}`) })
    const reach = status === 'READY' && customer ? reachOf(customer) : 'reached'
    toast(reach === 'reached' ? changed : `${changed}. ${t(`task.untold.${reach}`)}`, {
      ...(reach !== 'reached' && customer?.phone && { phone: customer.phone }),
      ...(undoUntil && { until: undoUntil, action: { text: t('action.undo'), run: () => void undoStatus(id) } }),
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    telegram.haptic('error')
    toast(t('task.notChanged', { id, status: t(`status.${before}`), reason: inWords(error) }), { kind: 'failed' })
  }
}

function agreesToClose(id: string, before: Status): Promise<boolean> {
  return telegram.confirm({
    title: t('task.close.question', { id }),
    text: t('task.close.text', { status: t(`status.${before}`) }),
    yes: t('next.CLOSED'),
    no: t('action.cancel'),
  })
}

/** Puts the status back that was before the last change, of which the customer has not been told. */
export function undoStatus(id: string): Promise<boolean> {
  return withToast(
    async () => {
      await mutate(UndoStatus, { id }, { fetch: inTurn(id) })
      return t('told.undone')
    },
    (problem) => (problem.code === 'CONFLICT' ? t('told.late') : inWords(problem)),
  )
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
