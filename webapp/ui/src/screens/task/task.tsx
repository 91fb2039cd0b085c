import { useQuery } from '../../api/query'
import { changeStatus } from '../../change-status'
import { Choice } from '../../components/choice'
import { Header } from '../../components/header'
import { Icon } from '../../components/icon'
import { Failure, Notice, Skeleton } from '../../components/states'
import { Composer } from '../../conversation/composer'
import { barrierTo } from '../../conversation/reach'
import { Thread } from '../../conversation/thread'
import { nextStatus, statuses } from '../../domain/status'
import { TaskQuery } from '../../graphql/tasks'
import type { Status, TaskDetails } from '../../graphql/types'
import { t } from '../../locale/cards'
import { format, parent, type Route } from '../../router'
import { TaskBar } from './task-bar'
import { TaskFacts } from './task-facts'

type TaskRoute = Extract<Route, { screen: 'task' | 'task-edit' }>

/** A task: what is known of it at the top, and the conversation about it. */
export function TaskScreen({ at }: { at: TaskRoute }) {
  const { data, problem, reload } = useQuery(TaskQuery, { id: at.id })
  const task = data?.taskById
  const gone = problem?.code === 'NOT_FOUND'

  return (
    <>
      <Header title={t('task.title', { id: at.id })} back={parent(at)}>
        {task && !gone && (
          <span class="header-buttons">
            <Advance task={task} />
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
        <Notice icon="search" title={t('tasks.nothing.title')} text={t('task.notFound')} />
      ) : task ? (
        <Conversation task={task} at={at} />
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

function Conversation({ task, at }: { task: TaskDetails; at: TaskRoute }) {
  const place = { taskId: task.id }
  return (
    <>
      <div class="task-top">
        <Choice
          look="steps"
          label={t('task.status')}
          options={statuses}
          chosen={task.status ?? ''}
          text={(status) => t(`status.${status}`)}
          onChoose={(status) => set(task, status)}
        />
        <TaskFacts task={task} at={at} />
      </div>
      <div class="conversation">
        <Thread place={place} task={task} />
        <TaskBar task={task} />
        <Composer place={place} barrier={barrierTo(task.customer, task.source === 'CUSTOMER')} />
      </div>
    </>
  )
}

/** What is usually done next, as one tap. */
function Advance({ task }: { task: TaskDetails }) {
  const next = task.status && nextStatus(task.status)
  if (!next) return null
  return (
    <button type="button" class="advance" onClick={() => set(task, next)}>
      {t(`advance.${next}`)}
    </button>
  )
}

function set({ id, status }: TaskDetails, chosen: Status): void {
  if (status && chosen !== status) void changeStatus({ id, status }, chosen)
}
