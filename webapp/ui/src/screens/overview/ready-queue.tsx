import { Section } from '../../components/section'
import { TaskRow } from '../../components/task-row'
import { useRowsRest } from '../../components/use-rest'
import { defaultFilter } from '../../domain/filter'
import type { Ready } from '../../graphql/overview'
import { t } from '../../locale/overview'
import { format } from '../../router'

/** What has waited longest to be picked up; nothing while nothing does. */
export function ReadyQueue({ ready: { nodes, totalCount } }: { ready: Ready }) {
  const resting = useRowsRest(nodes)
  if (nodes.length === 0) return null
  return (
    <Section title={t('readyLongest')}>
      <ul>
        {nodes.map((task) => (
          <TaskRow key={task.id} task={task} toPickUp resting={resting} />
        ))}
      </ul>
      <a class="row-button" href={format({ screen: 'tasks', filter: { ...defaultFilter, statuses: ['READY'] } })}>
        {t('readyAll', { count: totalCount })}
      </a>
    </Section>
  )
}
