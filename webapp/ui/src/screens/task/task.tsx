import { useQuery } from '../../api/query'
import { changeStatus } from '../../change-status'
import { Choice } from '../../components/choice'
import { Header } from '../../components/header'
import { Icon } from '../../components/icon'
import { Failure, Gone, Skeleton } from '../../components/states'
import { tappedTask } from '../../components/tapped-task'
import { useRest } from '../../components/use-rest'
import { Composer } from '../../conversation/composer'
import { barrierTo } from '../../conversation/reach'
import { Thread } from '../../conversation/thread'
import { nextStatus, statuses } from '../../domain/status'
import { TaskQuery } from '../../graphql/tasks'
import type { Status, Task, TaskDetails } from '../../graphql/types'
import { t } from '../../locale/cards'
import { format, parent, type TaskRoute } from '../../router'
import { PriceRow } from './price-row'
import { StageChoice } from './stage-choice'
import { TaskBar } from './task-bar'
import { TaskEnd } from './task-end'
import { FactsInShort, TaskFacts } from './task-facts'

/** A task: what is known of it at the top, and the conversation about it. */
export function TaskScreen({ at }: { at: TaskRoute }) {
  const { data, problem, reload } = useQuery(TaskQuery, { id: at.id })
  const task = data?.taskById
  const known = task ?? (tappedTask.value?.id === at.id ? tappedTask.value : null)
  const gone = problem?.code === 'NOT_FOUND'

  return (
    <>
      <Header title={t('task.title', { id: at.id })} back={parent(at)}>
        {known && !gone && (
          <span class="header-buttons">
            <Advance task={known} />
            <a
              class="round-button"
              href={format({ ...at, screen: 'task-edit' })}
              aria-label={t('action.edit')}
              title={t('action.edit')}
            >
              <Icon name="edit" />
            </a>
          </span>
        )}
      </Header>
      {gone ? (
        <Gone text={t('task.notFound')} />
      ) : task ? (
        <Conversation task={task} at={at} />
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : known ? (
        <>
          <div class="task-top">
            <Statuses task={known} />
            <FactsInShort task={known} />
          </div>
          <div class="conversation">
            <Skeleton rows={4} />
          </div>
        </>
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

function Statuses({ task }: { task: Task }) {
  return (
    <Choice
      look="steps"
      acts
      label={t('task.status')}
      options={statuses}
      chosen={task.status ?? ''}
      text={(status) => t(`status.${status}`)}
      onChoose={(status) => set(task, status)}
    />
  )
}

function Conversation({ task, at }: { task: TaskDetails; at: TaskRoute }) {
  const place = { taskId: task.id }
  return (
    <>
      <div class="task-top">
        <Statuses task={task} />
        <TaskFacts task={task} at={at} />
        <PriceRow task={task} at={at} />
        {/* What comes and goes with the status stands last: nothing is moved from under a finger. */}
        <StageChoice task={task} />
        <TaskEnd task={task} />
      </div>
      <div class="conversation">
        <TaskBar task={task} />
        <Thread place={place} task={task} />
        <Composer place={place} barrier={barrierTo(task.customer, task.source === 'CUSTOMER')} />
      </div>
    </>
  )
}

/** What is usually done next, as one tap. */
function Advance({ task }: { task: Task }) {
  const next = task.status && nextStatus(task.status)
  const resting = useRest(task.status ?? '')
  if (!next) return null
  return (
    <button type="button" class="advance" aria-disabled={resting} onClick={() => !resting && set(task, next)}>
      {t(`advance.${next}`)}
    </button>
  )
}

function set({ id, status }: Task, chosen: Status): void {
  if (status && chosen !== status) void changeStatus({ id, status }, chosen)
}
