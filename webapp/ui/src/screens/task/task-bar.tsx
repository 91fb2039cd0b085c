import { client, mutate } from '../../api/client'
import { inWords, Problem } from '../../api/problem'
import { useMinute } from '../../components/use-minute'
import { useRest } from '../../components/use-rest'
import { waitInWords } from '../../components/wait'
import { memberName } from '../../domain/member'
import { NoReplyNeeded, TakeTask } from '../../graphql/messages'
import { TaskQuery } from '../../graphql/tasks'
import type { TaskDetails, User } from '../../graphql/types'
import { t } from '../../locale/conversation'
import { withToast } from '../../with-toast'

/** What waits for somebody: a customer for an answer, a task for who takes it. Nothing while neither does. */
export function TaskBar({ task }: { task: TaskDetails }) {
  const { id, awaitingReplySince, employee, status } = task
  const free = employee === null && status !== 'CLOSED'
  const waits = awaitingReplySince !== null
  useMinute()
  // With a button that goes or comes the other moves: a second tap of one is not to be the other's.
  const resting = useRest(`${free} ${waits}`)
  if (!waits && !free) return null
  return (
    <div class="task-bar">
      <p class={awaitingReplySince ? 'task-bar-waits' : ''}>
        {awaitingReplySince ? t('awaiting.since', { span: waitInWords(awaitingReplySince) }) : t('take.free')}
      </p>
      {free && (
        <button type="button" class="plain-button" aria-disabled={resting} onClick={() => !resting && void take(task)}>
          {t('take')}
        </button>
      )}
      {waits && (
        <button type="button" class="plain-button" aria-disabled={resting} onClick={() => !resting && void settle(id)}>
          {t('awaiting.none')}
        </button>
      )}
    </div>
  )
}

function settle(taskId: string): Promise<boolean> {
  return withToast(async () => {
    await mutate(NoReplyNeeded, { taskId })
    return t('awaiting.done')
  })
}

async function take({ id }: TaskDetails): Promise<void> {
  let holder: User | null | undefined
  await withToast(
    async () => {
      try {
        await mutate(TakeTask, { id })
        return t('take.done', { id })
      } catch (error) {
        if (error instanceof Problem && error.code === 'CONFLICT') holder = await holderOf(id)
        throw error
      }
    },
    (problem) => {
      if (problem.code !== 'CONFLICT') return inWords(problem)
      return holder ? t('take.taken', { name: memberName(holder) }) : t('take.takenByNobody')
    },
  )
}

async function holderOf(id: string) {
  const { data } = await client.value.query(TaskQuery, { id }, { requestPolicy: 'network-only' }).toPromise()
  return data?.taskById?.employee
}
