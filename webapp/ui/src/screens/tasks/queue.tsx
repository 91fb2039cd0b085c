import { useMemo } from 'preact/hooks'
import { TaskRow } from '../../components/task-row'
import { config } from '../../config'
import { dueOf, dues, type Due } from '../../domain/promise'
import type { Task } from '../../graphql/types'
import { t } from '../../locale'

interface Properties {
  tasks: readonly Task[]
  /** A property for lists that stay open over midnight. */
  now: string
  /** How often the list was read. */
  readings: number
  resting: boolean
}

/** In the order of what is promised. A row that changes stays where it was read: none below it moves under a finger. */
export function Queue({ tasks, now, readings, resting }: Properties) {
  const { timezone } = config.value
  const read = useMemo(() => new Map<string, Due>(), [readings, now])
  for (const task of tasks) if (!read.has(task.id)) read.set(task.id, dueOf(task, now, timezone))
  return (
    <>
      {dues.map((due) => {
        const there = tasks.filter(({ id }) => read.get(id) === due)
        if (there.length === 0) return null
        return (
          <section class="section" key={due} aria-label={t(`due.${due}`)}>
            <h2 class="section-title">{t(`due.${due}`)}</h2>
            <ul class="card">
              {there.map((task) => (
                <TaskRow key={task.id} task={task} resting={resting} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
