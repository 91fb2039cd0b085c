import { useTaskChanges } from '../../api/live'
import { usePages } from '../../api/pages'
import { useQuery } from '../../api/query'
import { myId } from '../../api/session'
import { ExportButton } from '../../components/export-button'
import { Header } from '../../components/header'
import { Icon } from '../../components/icon'
import { lazy } from '../../components/lazy'
import { MainButton } from '../../components/main-button'
import { MoreRows } from '../../components/more-rows'
import { NewRows, useArrived } from '../../components/new-rows'
import { Failure, Notice, Outdated, Skeleton } from '../../components/states'
import { TaskRow } from '../../components/task-row'
import { useRowsRest } from '../../components/use-rest'
import { config } from '../../config'
import { dayInWords } from '../../domain/day-in-words'
import { addDays, today } from '../../domain/days'
import { applies, defaultFilter, filterToVariables, isDefault, openCounts, orderOf, statusGroupOf, type TaskFilter } from '../../domain/filter'
import { TaskCountsQuery, TaskPageQuery } from '../../graphql/task-list'
import type { Task } from '../../graphql/types'
import { language, t } from '../../locale'
import { format, here, navigate, type Route } from '../../router'
import { saveFilter } from '../../saved-filter'
import { Queue } from './queue'
import { TaskFilters } from './task-filters'

const AmongClosed = lazy(async () => (await import('../core-chunk')).AmongClosed, 0)

/** The list of tasks, newest first unless the filter is of a queue. `alone` is false while a card stands beside or before it. */
export function TasksScreen({ filter, alone }: { filter: TaskFilter; alone: boolean }) {
  const wanted = filterToVariables(filter, myId())
  const order = orderOf(filter)
  const { rows, hasMore, loadMore, problem, loading, reload, readings } = usePages(
    TaskPageQuery,
    { filter: wanted, ...order },
    ({ tasks }) => tasks,
  )
  const { data: counts, reload: count } = useQuery(TaskCountsQuery, openCounts(wanted), { keep: true })
  const newTask: Route = { screen: 'task-new', phone: '', filter }
  const listed = counts?.listed?.totalCount
  const ofOpen = statusGroupOf(filter)?.name === 'open'
  const searchesOpen = ofOpen && filter.search !== ''
  // Who has been answered waits no more, and leaves at once.
  const shown = filter.awaiting ? rows?.filter(({ awaitingReplySince }) => awaitingReplySince !== null) : rows
  const resting = useRowsRest(shown ?? [])
  const arrived = useArrived(rows, JSON.stringify(filter))
  useTaskChanges(({ kind, id, task }) => {
    count()
    if ((kind === 'CREATED' || filter.awaiting) && task && applies(wanted, task)) arrived.add(id)
    if (kind === 'DELETED') arrived.drop(id)
  })

  return (
    <>
      <Header title={t('tasks.title')} subtitle={listed === undefined ? ' ' : t(ofOpen ? 'tasks.open' : 'tasks.count', { count: listed })}>
        <span class="header-buttons">
          <ExportButton of="tasks" filter={wanted} />
          <a class="round-button wide-only" href={format(newTask)} aria-label={t('tasks.new')} title={t('tasks.new')}>
            <Icon name="plus" />
          </a>
        </span>
      </Header>
      <TaskFilters filter={filter} counts={counts} onChange={show} />
      <NewRows count={arrived.count} onShow={reload} />
      {problem && rows && <Outdated problem={problem} retry={reload} />}
      <div class="results" aria-busy={loading}>
        {problem && !rows ? (
          <Failure problem={problem} retry={reload} />
        ) : !shown ? (
          <Skeleton rows={6} />
        ) : shown.length === 0 ? (
          !searchesOpen && <NothingFound filter={filter} />
        ) : filter.awaiting || order.orderBy === 'LONGEST_READY_FIRST' ? (
          <ul class="card">
            {shown.map((task) => (
              <TaskRow key={task.id} task={task} toPickUp={order.orderBy === 'LONGEST_READY_FIRST'} resting={resting} />
            ))}
          </ul>
        ) : order.orderBy ? (
          <Queue tasks={shown} now={today(config.value.timezone)} readings={readings} resting={resting} />
        ) : (
          <Days tasks={shown} now={today(config.value.timezone)} resting={resting} />
        )}
        {rows && hasMore && <MoreRows onMore={loadMore} />}
        {searchesOpen && shown && !hasMore && (
          <AmongClosed wanted={wanted}>{shown.length === 0 && <NothingFound filter={filter} />}</AmongClosed>
        )}
      </div>
      {alone && <MainButton aboveTabs text={t('tasks.new')} onClick={() => navigate(newTask)} />}
    </>
  )
}

/** The list's filter is part of the address; what stands beside the list stays. */
function show(filter: TaskFilter): void {
  saveFilter(filter)
  const current = here()
  navigate('filter' in current ? { ...current, filter } : { screen: 'tasks', filter }, { replace: true })
}

/**
 * What reads signals is drawn again when one of them or a property changes, so that counts and what arrives
 * leave the rows alone; `now` is a property for lists that stay open over midnight.
 */
function Days({ tasks, now, resting }: { tasks: readonly Task[]; now: string; resting: boolean }) {
  return (
    <>
      {[...byDay(tasks)].map(([day, tasks]) => (
        <section class="section" key={day} aria-label={dayTitle(day, now)}>
          <h2 class="section-title">{dayTitle(day, now)}</h2>
          <ul class="card">
            {tasks.map((task) => (
              <TaskRow key={task.id} task={task} resting={resting} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function NothingFound({ filter }: { filter: TaskFilter }) {
  if (filter.awaiting && isDefault({ ...filter, awaiting: false, statuses: defaultFilter.statuses })) {
    return (
      <Notice icon="check" title={t('tasks.answered.title')} text={t('tasks.answered.text')}>
        <button type="button" class="plain-button" onClick={() => show(defaultFilter)}>
          {t('filter.reset')}
        </button>
      </Notice>
    )
  }
  if (filter.search) {
    return (
      <Notice icon="search" title={t('tasks.nothing.title')} text={t('tasks.nothing.search', { search: filter.search })}>
        {filter.statuses.length > 0 && statusGroupOf(filter)?.name !== 'open' && <AllStatuses filter={filter} />}
      </Notice>
    )
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
      <AllStatuses filter={filter} />
    </Notice>
  )
}

function AllStatuses({ filter }: { filter: TaskFilter }) {
  return (
    <button type="button" class="plain-button" onClick={() => show({ ...filter, statuses: [] })}>
      {t(filter.search ? 'tasks.searchAll' : 'tasks.showAll')}
    </button>
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

function dayTitle(day: string, now: string): string {
  if (day === '') return t('day.unknown')
  if (day === now) return t('day.today')
  if (day === addDays(now, -1)) return t('day.yesterday')
  return dayInWords(day, now, language.value)
}
