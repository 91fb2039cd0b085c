import { useTaskChanges } from '../../api/live'
import { useQuery } from '../../api/query'
import { useSoon } from '../../api/use-soon'
import { Section } from '../../components/section'
import { TaskRow } from '../../components/task-row'
import { useRowsRest } from '../../components/use-rest'
import { defaultFilter } from '../../domain/filter'
import { ReadyQueueQuery } from '../../graphql/overview'
import { t } from '../../locale/overview'
import { format } from '../../router'

/** What has waited longest to be picked up; nothing while nothing does. */
export function ReadyQueue() {
  const { data, reload } = useQuery(ReadyQueueQuery, {})
  useTaskChanges(useSoon(reload))
  const rows = data?.tasks?.nodes ?? []
  const resting = useRowsRest(rows)
  if (!data?.tasks || rows.length === 0) return null
  return (
    <Section title={t('readyLongest')}>
      <ul>
        {rows.map((task) => (
          <TaskRow key={task.id} task={task} toPickUp resting={resting} />
        ))}
      </ul>
      <a class="row-button" href={format({ screen: 'tasks', filter: { ...defaultFilter, statuses: ['READY'] } })}>
        {t('readyAll', { count: data.tasks.totalCount })}
      </a>
    </Section>
  )
}
