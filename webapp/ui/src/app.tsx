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
import { allCustomers, followAddress, format, navigate, periods, route, topOf, type Route } from './router'
import { tasksHome } from './saved-filter'
import { cardOf, CustomersScreen, InboxScreen, LoginScreen, MoreScreen, OverviewScreen, TasksScreen } from './screens/lazy-screens'
import { client } from './telegram'
import { Visible } from './visible'

const PasswordDialog = lazy(async () => (await import('./components/password-dialog')).PasswordDialog, 0)

export function App() {
  const loggedIn = session.value !== null
  useSignalEffect(() => {
    document.documentElement.dataset.theme = client.value.scheme.value
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
  const around = client.value
  useEffect(() => around.onSettings(() => navigate({ screen: 'more' })), [around])

  return (
    <div class="screens" data-section={section} data-card={onTop !== null}>
      <Navigation current={section} at={at} />
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

/** A tab leads to where it was left; that of the section in sight to the section's top, and there upwards. */
function Navigation({ current, at }: { current: Section; at: Route }) {
  const left = useRef(new Map<Section, Route>())
  left.current.set(current, placeToReturnTo(at))
  useEffect(() => {
    document.title = `${t(`nav.${current}`)} · ${config.value.business}`
  })
  return (
    <nav class="tabs" aria-label={t('nav.label')}>
      <span class="tabs-business wide-only">{config.value.business}</span>
      {tabs.map(({ section, icon, title, home }) => (
        <a
          key={section}
          href={format(section === current ? topOf(at) : (left.current.get(section) ?? home()))}
          aria-current={section === current ? 'page' : undefined}
          onClick={(event) => {
            if (section !== current || topOf(at) !== at) return
            event.preventDefault()
            listScroller().scrollTo({ top: 0 })
          }}
        >
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

/** A card is come back to; a form is not, for leaving it has ended it. */
function placeToReturnTo(at: Route): Route {
  return at.screen === 'task' || at.screen === 'customer' ? at : topOf(at)
}

/** On a wide screen the list scrolls by itself, else the page does. */
function isWide(): boolean {
  return matchMedia('(min-width: 900px)').matches
}

function listScroller(): Element {
  return (isWide() && document.querySelector('.pane-list')) || document.documentElement
}

/** Follows the address; a list that is come back to stands where it was left, at the same row. */
function useScrollPositions(): void {
  const positions = useRef(new Map<string, ListPlace>())
  const left = useRef<Route | null>(null)
  const at = route.value
  const place = placeOf(at)
  const scrolled = scrolledPlaceOf(at)

  useEffect(() => {
    history.scrollRestoration = 'manual'
    return followAddress(() => {
      positions.current.set(scrolledPlaceOf(route.value), placeIn(listScroller()))
      left.current = route.value
    })
  }, [])
  useLayoutEffect(() => {
    const from = left.current
    if (from && 'id' in from && !('id' in at)) {
      document.getElementById(`${sectionOf(from).slice(0, -1)}-${from.id}`)?.focus({ preventScroll: true })
    }
  }, [place])
  useLayoutEffect(() => {
    // When the page has just been opened, scrolling would have it laid out before its time.
    if (left.current) return scrollTo(listScroller(), positions.current.get(scrolled) ?? { top: 0, offset: 0 })
  }, [scrolled])
}

interface ListPlace {
  top: number
  /** The first row in sight: how high those above it are is known only while they are drawn. */
  row?: string | undefined
  offset: number
}

function placeIn(list: Element): ListPlace {
  const row = [...document.querySelectorAll('.pane-list li')].find((row) => row.getBoundingClientRect().bottom > 0)
  return { top: list.scrollTop, row: row?.querySelector('a[id]')?.id, offset: row?.getBoundingClientRect().top ?? 0 }
}

/** A list that is drawn anew is there a moment later, page by page; whoever scrolls meanwhile is left alone. */
function scrollTo(list: Element, { top, row, offset }: ListPlace): () => void {
  const giveUp = new AbortController()
  let tries = 60
  const scroll = () => {
    if (giveUp.signal.aborted) return
    const there = row && document.getElementById(row)?.closest('li')
    const missing = there ? there.getBoundingClientRect().top - offset : top - list.scrollTop
    list.scrollTop += missing
    if (Math.abs(missing) > 1 && tries-- > 0) requestAnimationFrame(scroll)
  }
  for (const hand of ['wheel', 'pointerdown', 'keydown']) addEventListener(hand, () => giveUp.abort(), { signal: giveUp.signal })
  scroll()
  return () => giveUp.abort()
}

/** Beside a card the list stays as it is. */
function scrolledPlaceOf(at: Route): string {
  return isWide() ? sectionOf(at) : placeOf(at)
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
