import { useQuery } from '../../api/query'
import { Icon } from '../../components/icon'
import { Failure, Skeleton } from '../../components/states'
import { TasksToFileQuery } from '../../graphql/messages'
import { t } from '../../locale/inbox'

/** A customer's tasks, of which one is chosen: the open ones first. */
export function TaskChoice({ customerId, onChoose }: { customerId: string; onChoose: (taskId: string) => void }) {
  const { data, problem, reload } = useQuery(TasksToFileQuery, { id: customerId })
  const tasks = data?.customerById?.taskConnection?.nodes
  if (!tasks) return problem ? <Failure problem={problem} retry={reload} /> : <Skeleton rows={2} />
  if (tasks.length === 0) return <p>{t('customer.noTasks')}</p>
  const inOrder = [...tasks].sort((one, other) => Number(one.status === 'CLOSED') - Number(other.status === 'CLOSED'))
  return (
    <ul class="panel-buttons task-choice">
      {inOrder.map(({ id, category, status, description }) => (
        <li key={id}>
          <button type="button" class="row-button" onClick={() => onChoose(id)}>
            <span class={`tile tile-${category ?? 'OTHER'}`}>
              <Icon name={category ?? 'OTHER'} />
            </span>
            <span class="row-text">
              <span class="row-title">{t('task.title', { id })}</span>
              <span class="task-short">{description || t(`category.${category ?? 'OTHER'}`)}</span>
            </span>
            {status && <span class={`pill pill-${status}`}>{t(`status.${status}`)}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
