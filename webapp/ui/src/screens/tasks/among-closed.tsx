import type { ComponentChildren } from 'preact'
import { usePages } from '../../api/pages'
import { MoreRows } from '../../components/more-rows'
import { Failure, Outdated } from '../../components/states'
import { TaskRow } from '../../components/task-row'
import { TaskPageQuery, type TaskFilterInput } from '../../graphql/task-list'
import { t } from '../../locale'

interface Properties {
  wanted: TaskFilterInput
  /** What stands here when none of the closed ones is found either. */
  children: ComponentChildren
}

/** What a search among the open tasks finds among the closed ones, below them. */
export function AmongClosed({ wanted, children }: Properties) {
  const filter = { ...wanted, statuses: ['CLOSED' as const] }
  const { rows, hasMore, loadMore, problem, reload } = usePages(TaskPageQuery, { filter }, ({ tasks }) => tasks)
  if (!rows) return problem && <Failure problem={problem} retry={reload} />
  if (rows.length === 0) return <>{children}</>
  return (
    <section class="section" aria-label={t('tasks.amongClosed')}>
      <h2 class="section-title">{t('tasks.amongClosed')}</h2>
      {problem && <Outdated problem={problem} retry={reload} />}
      <ul class="card">
        {rows.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
      {hasMore && <MoreRows onMore={loadMore} />}
    </section>
  )
}
