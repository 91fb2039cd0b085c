import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { inboxCount } from './api/inbox-count'
import { passwordAsked } from './api/reauthentication'
import { session, sessionEnded } from './api/session'
import { Icon, type IconName } from './components/icon'
import { lazy } from './components/lazy'
import { ToastList } from './components/toast-list'
import { config } from './config'
import { language, t, type Key } from './locale'
import { inDigits } from './locale/formats'
import { allCustomers, followAddress, format, navigate, periods, route, type Route } from './router'
import { tasksHome } from './saved-filter'
import { cardOf, CustomersScreen, InboxScreen, LoginScreen, MoreScreen, OverviewScreen, TasksScreen } from './screens/lazy-screens'
import { telegram } from './telegram'
import { Visible } from './visible'

const PasswordDialog = lazy(async () => (await import('./components/password-dialog')).PasswordDialog, 0)

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
      {!loggedIn && <LoginScreen />}
      {loggedIn && passwordAsked.value && <PasswordDialog onClose={passwordAsked.value} />}
      <ToastList />
    </>
  )
}

type Section = 'overview' | 'inbox' | 'tasks' | 'customers' | 'more'

function sectionOf({ screen }: Route): Section {
  if (screen === 'overview' || screen === 'inbox') return screen
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
          {section === 'inbox' && <InboxScreen />}
          {section === 'more' && <MoreScreen />}
          {'filter' in at && <TasksScreen filter={at.filter} alone={!onTop} />}
          {'search' in at && <CustomersScreen search={at.search} contact={at.contact} alone={!onTop} />}
        </div>
        {section !== 'overview' && section !== 'inbox' && (
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

const tabs: { section: Section; icon: IconName; title: Key; home: () => Route }[] = [
  { section: 'overview', icon: 'overview', title: 'nav.overview', home: () => ({ screen: 'overview', days: periods[0] }) },
  { section: 'inbox', icon: 'inbox', title: 'nav.inbox', home: () => ({ screen: 'inbox' }) },
  { section: 'tasks', icon: 'tasks', title: 'nav.tasks', home: tasksHome },
  { section: 'customers', icon: 'customers', title: 'nav.customers', home: () => allCustomers },
  { section: 'more', icon: 'more', title: 'nav.more', home: () => ({ screen: 'more' }) },
]

function Navigation({ current }: { current: Section }) {
  useEffect(() => {
    document.title = `${t(`nav.${current}`)} · ${config.value.business}`
  })
  return (
    <nav class="tabs" aria-label={t('nav.label')}>
      <span class="tabs-business wide-only">{config.value.business}</span>
      {tabs.map(({ section, icon, title, home }) => (
        <a key={section} href={format(home())} aria-current={section === current ? 'page' : undefined}>
          <span class="tab-icon">
            <Icon name={icon} />
            {section === 'inbox' && inboxCount.value > 0 && (
              <span class="badge">
                {inDigits(language.value, inboxCount.value)}
                <span class="visually-hidden">{t('nav.inbox.unfiled')}</span>
              </span>
            )}
          </span>
          <span class="tab-title">{t(title)}</span>
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
