import { mutate } from './api/client'
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
    await mutate(ChangeStatus, { taskData: { id, status } })
    toast(t('task.changed', { id, status: t(`status.${status}`) }), {
      action: { text: t('action.undo'), run: () => void changeStatus({ id, status }, before) },
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    telegram.haptic('error')
    toast(t('task.notChanged', { id, status: t(`status.${before}`), reason: inWords(error) }), { kind: 'failed' })
  }
}
