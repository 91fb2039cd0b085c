import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { session, sessionEnded } from './api/session'
import { Icon, type IconName } from './components/icon'
import { later } from './components/later'
import { Skeleton } from './components/states'
import { ToastList } from './components/toast-list'
import { config } from './config'
import { telegramLogin } from './enter'
import { keptFilter } from './kept-filter'
import { t, type Key } from './locale'
import { allCustomers, followAddress, format, navigate, periods, route, routeOfLink, type Route } from './router'
import { CustomerScreen } from './screens/customer'
import { CustomersScreen } from './screens/customers'
import { LoginScreen } from './screens/login'
import { MoreScreen } from './screens/more'
import { TaskScreen } from './screens/task'
import { TaskEditScreen } from './screens/task-edit'
import { TaskNewScreen } from './screens/task-new'
import { TasksScreen } from './screens/tasks'
import { telegram } from './telegram'
import { Visible } from './visible'

const OverviewScreen = later(async () => (await import('./screens/overview')).OverviewScreen)
const CustomerNewScreen = later(async () => (await import('./screens/customer-form')).CustomerNewScreen)
const CustomerEditScreen = later(async () => (await import('./screens/customer-form')).CustomerEditScreen)
const CustomerMergeScreen = later(async () => (await import('./screens/customer-merge')).CustomerMergeScreen)
const AccountScreen = later(async () => (await import('./screens/account')).AccountScreen)
const team = () => import('./screens/team')
const TeamScreen = later(async () => (await team()).TeamScreen)
const TokensScreen = later(async () => (await team()).TokensScreen)
const TokenNewScreen = later(async () => (await team()).TokenNewScreen)
const WebhooksScreen = later(async () => (await team()).WebhooksScreen)
const WebhookNewScreen = later(async () => (await team()).WebhookNewScreen)
const WebhookScreen = later(async () => (await team()).WebhookScreen)

export function App() {
  const loggedIn = session.value !== null
  useSignalEffect(() => {
    document.documentElement.dataset.theme = telegram.scheme.value
  })

  return (
    <>
      <Offline />
      {/* A session that ends while somebody is typing must not lose what is typed. */}
      {(loggedIn || sessionEnded.value) && (
        <Visible.Provider value={loggedIn}>
          <div hidden={!loggedIn}>
            <Screens />
          </div>
        </Visible.Provider>
      )}
      {!loggedIn && (telegramLogin.value === 'running' ? <Entering /> : <LoginScreen />)}
      <ToastList />
    </>
  )
}

/** While Telegram's word is checked: what is about to be there. */
function Entering() {
  return (
    <main class="panes">
      <Skeleton rows={6} />
    </main>
  )
}

type Section = 'overview' | 'tasks' | 'customers' | 'more'

function sectionOf({ screen }: Route): Section {
  if (screen === 'overview') return 'overview'
  if (screen.startsWith('task')) return 'tasks'
  return screen.startsWith('customer') ? 'customers' : 'more'
}

/** The list, and the card beside it (on a phone: in its place). */
function Screens() {
  const at = route.value
  const section = sectionOf(at)
  const onTop = cardOf(at)
  useScrollPositions()
  useEffect(() => telegram.onSettings(() => navigate({ screen: 'more' })), [])

  return (
    <div class="screens" data-section={section} data-card={onTop !== null}>
      <Navigation current={section} />
      <main class="panes">
        <div class="pane pane-list" key={section}>
          {section === 'overview' && 'days' in at && <OverviewScreen days={at.days} />}
          {section === 'more' && <MoreScreen />}
          {'filter' in at && <TasksScreen filter={at.filter} alone={!onTop} />}
          {'search' in at && <CustomersScreen search={at.search} contact={at.contact} alone={!onTop} />}
        </div>
        {section !== 'overview' && (
          <div class="pane pane-card">
            {onTop ?? (
              <p class="pane-empty">
                <Icon name={section} />
                {t(`${section}.pick`)}
              </p>
            )}
          </div>
        )}
      </main>
    </div>
  )
}

/** Keyed by address, so that nothing of one card's state gets into another. */
function cardOf(at: Route) {
  switch (at.screen) {
    case 'task':
      return <TaskScreen key={`task ${at.id}`} at={at} />
    case 'task-edit':
      return <TaskEditScreen key={`edit ${at.id}`} at={at} />
    case 'task-new':
      return <TaskNewScreen key={`new ${at.phone}`} at={at} />
    case 'customer':
      return <CustomerScreen key={`customer ${at.id}`} at={at} />
    case 'customer-edit':
      return <CustomerEditScreen key={`edit customer ${at.id}`} at={at} />
    case 'customer-new':
      return <CustomerNewScreen key="new customer" at={at} />
    case 'customer-merge':
      return <CustomerMergeScreen key={`merge ${at.id}`} at={at} />
    case 'account':
      return <AccountScreen key="account" />
    case 'team':
      return <TeamScreen key="team" />
    case 'tokens':
      return <TokensScreen key="tokens" />
    case 'token-new':
      return <TokenNewScreen key="new token" />
    case 'webhooks':
      return <WebhooksScreen key="webhooks" />
    case 'webhook-new':
      return <WebhookNewScreen key="new webhook" />
    case 'webhook':
      return <WebhookScreen key={`webhook ${at.id}`} at={at} />
    default:
      return null
  }
}

const tabs: { section: Section; icon: IconName; title: Key; home: () => Route }[] = [
  { section: 'overview', icon: 'overview', title: 'nav.overview', home: () => ({ screen: 'overview', days: periods[0] }) },
  { section: 'tasks', icon: 'tasks', title: 'nav.tasks', home: tasksHome },
  { section: 'customers', icon: 'customers', title: 'nav.customers', home: () => allCustomers },
  { section: 'more', icon: 'more', title: 'nav.more', home: () => ({ screen: 'more' }) },
]

/** The list as the person left it the last time. */
function tasksHome(): Route {
  return { screen: 'tasks', filter: keptFilter() }
}

function Navigation({ current }: { current: Section }) {
  useEffect(() => {
    document.title = `${t(`nav.${current}`)} · ${config.value.business}`
  })
  return (
    <nav class="tabs" aria-label={t('nav.label')}>
      <span class="tabs-business wide-only">{config.value.business}</span>
      {tabs.map(({ section, icon, title, home }) => (
        <a key={section} href={format(home())} aria-current={section === current ? 'page' : undefined}>
          <Icon name={icon} />
          <span>{t(title)}</span>
        </a>
      ))}
    </nav>
  )
}

/** Follows the address; a list that is come back to stands where it was left, at the same row. */
function useScrollPositions(): void {
  const positions = useRef(new Map<string, number>())
  const left = useRef<Route | null>(null)
  const at = route.value
  const place = placeOf(at)

  useEffect(() => {
    history.scrollRestoration = 'manual'
    if (!location.hash.startsWith('#/')) {
      // The first step inside the app: the rest of the address is Telegram's.
      history.replaceState(null, '', format(routeOfLink(telegram.startParam) ?? tasksHome()))
    }
    return followAddress(() => {
      positions.current.set(placeOf(route.value), window.scrollY)
      left.current = route.value
    })
  }, [])
  useLayoutEffect(() => {
    const from = left.current
    if (!from) return // The page has just been opened, and scrolling would have it laid out before its time.
    window.scrollTo(0, positions.current.get(place) ?? 0)
    if ('id' in from && !('id' in at)) {
      document.getElementById(`${sectionOf(from).slice(0, -1)}-${from.id}`)?.focus({ preventScroll: true })
    }
  }, [place])
}

function placeOf(at: Route): string {
  return 'id' in at ? `${at.screen} ${at.id}` : at.screen
}

function Offline() {
  const offline = useSignal(!navigator.onLine)
  useEffect(() => {
    const check = () => (offline.value = !navigator.onLine)
    addEventListener('online', check)
    addEventListener('offline', check)
    return () => {
      removeEventListener('online', check)
      removeEventListener('offline', check)
    }
  }, [])
  return (
    <div class="offline" role="status">
      {offline.value && t('error.offline.banner')}
    </div>
  )
}
