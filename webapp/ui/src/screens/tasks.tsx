import { useQuery } from '../api/query'
import { Header } from '../components/header'
import { Icon } from '../components/icon'
import { LongList } from '../components/long-list'
import { MainButton } from '../components/main-button'
import { Failure, Notice, Outdated, Skeleton } from '../components/states'
import { TaskFilters } from '../components/task-filters'
import { TaskRow } from '../components/task-row'
import { config } from '../config'
import { addDays, dayInWords, today } from '../domain/days'
import { defaultFilter, filterToVariables, isDefault, type TaskFilter } from '../domain/filter'
import { newestFirst } from '../domain/order'
import { TasksQuery } from '../graphql/documents'
import type { Task } from '../graphql/types'
import { language, t } from '../locale'
import { format, navigate, route, type Route } from '../router'

/** The list of tasks, newest first. `alone` is false while a card stands beside or before it. */
export function TasksScreen({ filter, alone }: { filter: TaskFilter; alone: boolean }) {
  const { data, problem, loading, reload } = useQuery(TasksQuery, filterToVariables(filter), { keep: true })
  const tasks = data?.allTasks && newestFirst(data.allTasks)
  const newTask: Route = { screen: 'task-new', phone: '', filter }

  return (
    <>
      <Header title={t('tasks.title')} subtitle={tasks ? t('tasks.count', { count: tasks.length }) : ' '}>
        <a class="round-button wide-only" href={format(newTask)} aria-label={t('tasks.new')} title={t('tasks.new')}>
          <Icon name="plus" />
        </a>
      </Header>
      <TaskFilters filter={filter} onChange={show} />
      {problem && tasks && <Outdated problem={problem} retry={reload} />}
      <div class="results" aria-busy={loading}>
        {problem && !tasks ? (
          <Failure problem={problem} retry={reload} />
        ) : !tasks ? (
          <Skeleton rows={6} />
        ) : tasks.length === 0 ? (
          <NothingFound filter={filter} />
        ) : (
          <LongList items={tasks} key={JSON.stringify(filter)}>
            {(shown) => <Days tasks={shown} />}
          </LongList>
        )}
      </div>
      {alone && <MainButton text={t('tasks.new')} onClick={() => navigate(newTask)} />}
    </>
  )
}

/** The list's filter is part of the address; what stands beside the list stays. */
function show(filter: TaskFilter): void {
  const current = route.value
  navigate('filter' in current ? { ...current, filter } : { screen: 'tasks', filter }, { replace: true })
}

function Days({ tasks }: { tasks: readonly Task[] }) {
  return (
    <>
      {[...byDay(tasks)].map(([day, tasks]) => (
        <section class="section" key={day} aria-label={dayTitle(day)}>
          <h2 class="section-title">{dayTitle(day)}</h2>
          <ul class="card">
            {tasks.map((task) => (
              <TaskRow key={task.id} task={task} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function NothingFound({ filter }: { filter: TaskFilter }) {
  if (filter.phone) {
    return <Notice icon="search" title={t('tasks.nothing.title')} text={t('tasks.nothing.phone', { phone: filter.phone })} />
  }
  if (isDefault({ ...filter, statuses: defaultFilter.statuses }) && filter.statuses.length === 0) {
    return <Notice icon="empty" title={t('tasks.empty.title')} text={t('tasks.empty.text')} />
  }
  if (!isDefault(filter)) {
    return (
      <Notice icon="search" title={t('tasks.nothing.title')} text={t('tasks.nothing.text')}>
        <button type="button" class="plain-button" onClick={() => show(defaultFilter)}>
          {t('filter.reset')}
        </button>
      </Notice>
    )
  }
  return (
    <Notice icon="empty" title={t('tasks.noOpen.title')} text={t('tasks.empty.text')}>
      <button type="button" class="plain-button" onClick={() => show({ ...filter, statuses: [] })}>
        {t('tasks.showAll')}
      </button>
    </Notice>
  )
}

function byDay(tasks: readonly Task[]): Map<string, Task[]> {
  const days = new Map<string, Task[]>()
  for (const task of tasks) {
    const day = task.createdAt ?? ''
    const others = days.get(day)
    if (others) others.push(task)
    else days.set(day, [task])
  }
  return days
}

function dayTitle(day: string): string {
  const now = today(config.value.timezone)
  if (day === '') return t('day.unknown')
  if (day === now) return t('day.today')
  if (day === addDays(now, -1)) return t('day.yesterday')
  return dayInWords(day, now, language.value)
}
