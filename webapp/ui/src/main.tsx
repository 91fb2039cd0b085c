import { launch } from './early'
import { render } from 'preact'
import { followInbox } from './api/inbox-count'
import { forgetPrefetched } from './api/prefetch'
import { App } from './app'
import { config } from './config'
import { chooseLanguage, language } from './locale'
import { route } from './router'
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
  const firstScreen = listOf(route.value).load()
  connect(launch)
  language.value = chooseLanguage(telegram.language, navigator.languages, config.value.language)

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
