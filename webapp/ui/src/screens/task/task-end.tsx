import './task-end.css'
import { mutate } from '../../api/client'
import { inWords } from '../../api/problem'
import { useQuery } from '../../api/query'
import { promiseInWords } from '../../components/promise'
import { Stars } from '../../components/stars'
import { useMinute } from '../../components/use-minute'
import { readyInWords } from '../../components/wait'
import { config } from '../../config'
import { reachOf } from '../../domain/contact'
import { dayOf, promiseOf } from '../../domain/promise'
import { RemindersQuery, StopReminders } from '../../graphql/tasks'
import type { TaskDetails } from '../../graphql/types'
import { t } from '../../locale/task-end'
import { withToast } from '../../with-toast'

/** How long it has been waiting to be picked up, and, once it is over, how its customer rated the work. */
export function TaskEnd({ task }: { task: TaskDetails }) {
  const { status, readySince, rating, ratingComment } = task
  useMinute()
  if (status === 'READY' && readySince) {
    return (
      <section class="card task-end" aria-label={t('title')}>
        <Reminders task={task} readySince={readySince} />
      </section>
    )
  }
  if (status !== 'CLOSED' || rating === null) return null
  return (
    <section class="card task-end" aria-label={t('title')}>
      <Stars rating={rating} label={t('rated', { rating })} />
      {ratingComment && <p class="task-end-reason">{ratingComment}</p>}
    </section>
  )
}

function Reminders({ task, readySince }: { task: TaskDetails; readySince: string }) {
  const { id, customer, nextReminderTime, remindersStopped } = task
  const off = useQuery(RemindersQuery, {}).data?.settings?.reminders === false
  const reached = customer !== null && reachOf(customer) === 'reached'
  const state = !reached ? 'unreached' : off ? 'off' : remindersStopped ? 'stopped' : nextReminderTime ? 'next' : 'none'
  return (
    <>
      <div class="task-end-words">
        <p class="task-end-ready">{readyInWords(readySince)}</p>
        <p class="quiet">{t(state, { when: nextReminderTime ? promiseInWords(dayOf(promiseOf(nextReminderTime, config.value.timezone))) : '' })}</p>
      </div>
      {(state === 'next' || state === 'stopped') && (
        <button type="button" class="plain-button" onClick={() => void stop(id, !remindersStopped)}>
          {t(remindersStopped ? 'resume' : 'stop')}
        </button>
      )}
    </>
  )
}

function stop(id: string, stopped: boolean): Promise<boolean> {
  return withToast(
    async () => {
      await mutate(StopReminders, { id, stopped })
      return t(stopped ? 'stop.done' : 'resume.done', { id })
    },
    (problem) => (problem.code === 'CONFLICT' ? t('resume.late') : inWords(problem)),
  )
}
