import { render } from 'preact'
import { App } from './app'
import { followChanges } from './api/live'
import { keepSessionOf, session } from './api/session'
import { config } from './config'
import { enterByItself } from './enter'
import { chooseLanguage, language } from './locale'
import { connect, telegram } from './telegram'
import './styles/theme.css'
import './styles/layout.css'
import './styles/controls.css'
import './styles/rows.css'
import './styles/states.css'
import './styles/gate.css'
import './styles/news.css'

await connect()
language.value = chooseLanguage(telegram.language, navigator.languages, config.value.language)
if (telegram.userId) keepSessionOf(telegram.userId)
if (session.value === null) void enterByItself()
const page = document.getElementById('app')!
page.replaceChildren()
render(<App />, page)
followChanges()
