/**
 * The program's first part, a file of its own that is run while the rest is still on its way: finds out who
 * opens the page at which place, and asks for the rows of the list. What it imports is loaded before that, so
 * it must stay small (scripts/size.mjs).
 */
import { prefetch } from './api/prefetch'
import { keepSessionOf, myId, session } from './api/session'
import { filterToVariables, openCounts, orderOf } from './domain/filter'
import { pageSize } from './domain/page-size'
import { TaskCountsQuery, TaskPageQuery } from './graphql/task-list'
import { openedBy, readLaunch } from './launch'
import { format, here, route, routeOfLink } from './router'
import { tasksHome } from './saved-filter'

/** Null in a browser. */
export const launch = readLaunch(location.hash)
const { userId, startParam } = openedBy(launch ?? {})
if (userId) keepSessionOf(userId)
if (!location.hash.startsWith('#/')) {
  // The first step inside the app: the rest of the address is Telegram's.
  history.replaceState(null, '', format(routeOfLink(startParam || startOfAddress()) ?? tasksHome()))
}
route.value = here()
askForList()

/** What a button of the bot names, which opens the page by its address: Telegram gives it no start parameter. */
function startOfAddress(): string {
  return new URLSearchParams(location.search).get('startapp') ?? ''
}

/** The list's rows are on their way while the program is, and so is the list's own code. */
function askForList(): void {
  if (route.value.screen !== 'tasks' || session.value === null) return
  const filter = filterToVariables(route.value.filter, myId())
  prefetch(TaskPageQuery, { filter, ...orderOf(route.value.filter), first: pageSize.first, after: null }, session.value.token)
  prefetch(TaskCountsQuery, openCounts(filter), session.value.token)
  import('./screens/tasks/tasks').catch(() => {}) // the screen says so
}
