import { render } from 'preact'
import { followInbox } from './api/inbox-count'
import { forgetPrefetched, prefetch } from './api/prefetch'
import { keepSessionOf, myId, session } from './api/session'
import { App } from './app'
import { config } from './config'
import { filterToVariables, openCounts, orderOf } from './domain/filter'
import { pageSize } from './domain/page-size'
import { TaskCountsQuery, TaskPageQuery } from './graphql/task-list'
import { chooseLanguage, language } from './locale'
import { format, here, route, routeOfLink } from './router'
import { tasksHome } from './saved-filter'
import { nextTask, whenIdle } from './scheduling'
import { listOf, loadAhead } from './screens/lazy-screens'
import { connect, telegram } from './telegram'
import './styles/theme.css'
import './styles/layout.css'
import './styles/controls.css'
import './styles/filters.css'
import './styles/sections.css'
import './styles/rows.css'
import './styles/task-rows.css'
import './styles/marks.css'
import './styles/cards.css'
import './styles/states.css'
import './styles/news.css'
import './styles/panel.css'

void start()

/** What is loaded later needs this file, so nothing here may be awaited at its top level. */
async function start(): Promise<void> {
  await nextTask() // to read the program was a task of its own
  const firstScreen = listOf(here()).load()
  connect()
  language.value = chooseLanguage(telegram.language, navigator.languages, config.value.language)
  if (telegram.userId) keepSessionOf(telegram.userId)
  if (!location.hash.startsWith('#/')) {
    // The first step inside the app: the rest of the address is Telegram's.
    history.replaceState(null, '', format(routeOfLink(telegram.startParam || startOfAddress()) ?? tasksHome()))
  }
  route.value = here()
  askForList()

  await nextTask()
  const page = document.getElementById('app')!
  page.replaceChildren()
  render(<App />, page)

  await firstScreen
  await nextTask()
  const { followChanges } = await import('./api/live')
  followChanges()
  await whenIdle()
  forgetPrefetched()
  followInbox()
  await loadAhead()
  const { offerHomeScreen, sendWhatWaits } = await import('./screens/core-chunk')
  void sendWhatWaits()
  void offerHomeScreen()
}

/** What a button of the bot names, which opens the page by its address: Telegram gives it no start parameter. */
function startOfAddress(): string {
  return new URLSearchParams(location.search).get('startapp') ?? ''
}

/** The list's rows are on their way while its code is. */
function askForList(): void {
  if (route.value.screen !== 'tasks' || session.value === null) return
  const filter = filterToVariables(route.value.filter, myId())
  prefetch(TaskPageQuery, { filter, ...orderOf(route.value.filter), first: pageSize.first, after: null }, session.value.token)
  prefetch(TaskCountsQuery, openCounts(filter), session.value.token)
}
