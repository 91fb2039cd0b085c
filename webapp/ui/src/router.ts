import { signal } from '@preact/signals'
import { contactFrom, type Contact } from './domain/contact'
import { defaultFilter, filterFromParams, filterToParams, type TaskFilter } from './domain/filter'

/**
 * Where the person is. The list beside (or behind) a card is part of the place: a card's address
 * keeps the list's filter or search.
 */
export type Route =
  | { screen: 'tasks'; filter: TaskFilter }
  | { screen: 'task' | 'task-edit'; id: string; filter: TaskFilter }
  | { screen: 'task-new'; phone: string; filter: TaskFilter }
  | ({ screen: 'customers' | 'customer-new' } & CustomerList)
  | ({ screen: 'customer' | 'customer-chat' | 'customer-edit' | 'customer-merge'; id: string } & CustomerList)
  | { screen: 'overview'; days: Period }
  | { screen: 'inbox' }
  | { screen: 'more' | 'account' | 'team' | 'tokens' | 'token-new' | 'webhooks' | 'webhook-new' | 'letters' }
  | { screen: 'webhook'; id: string }

/** Which customers the list shows. */
export interface CustomerList {
  search: string
  contact: Contact
}

/** How many days the overview looks back. */
export const periods = [7, 30, 90] as const
export type Period = (typeof periods)[number]

export const home: Route = { screen: 'tasks', filter: defaultFilter }

/** Reads an address such as "#/tasks/12?status=READY"; what is unknown is home. */
export function parse(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2)
  const params = new URLSearchParams(query)
  const [, section, item, action] = path.split('/')
  const id = item !== undefined && /^\d+$/.test(item) ? item : ''

  if (section === 'tasks') {
    const filter = filterFromParams(params)
    if (item === 'new') return { screen: 'task-new', phone: params.get('for') ?? '', filter }
    if (id) return { screen: action === 'edit' ? 'task-edit' : 'task', id, filter }
    return { screen: 'tasks', filter }
  }
  if (section === 'customers') {
    const list = { search: params.get('search') ?? '', contact: contactFrom(params.get('contact')) }
    if (item === 'new') return { screen: 'customer-new', ...list }
    if (id && action === 'edit') return { screen: 'customer-edit', id, ...list }
    if (id && action === 'chat') return { screen: 'customer-chat', id, ...list }
    if (id && action === 'merge') return { screen: 'customer-merge', id, ...list }
    return id ? { screen: 'customer', id, ...list } : { screen: 'customers', ...list }
  }
  if (section === 'overview') {
    return { screen: 'overview', days: periods.find((days) => String(days) === params.get('days')) ?? periods[0] }
  }
  if (section === 'inbox') return { screen: 'inbox' }
  if (section === 'tokens') return { screen: item === 'new' ? 'token-new' : 'tokens' }
  if (section === 'webhooks') {
    if (id) return { screen: 'webhook', id }
    return { screen: item === 'new' ? 'webhook-new' : 'webhooks' }
  }
  return section === 'more' || section === 'account' || section === 'team' || section === 'letters' ? { screen: section } : home
}

/** The place that a link into Telegram names with "startapp=": task_12 or customer_7; null for any other. */
export function routeOfLink(startParam: string): Route | null {
  const [, section, id = ''] = /^(task|customer)_(\d+)$/.exec(startParam) ?? []
  if (section === 'task') return { screen: 'task', id, filter: defaultFilter }
  return section === 'customer' ? { screen: 'customer', id, search: '', contact: '' } : null
}

export function format(route: Route): string {
  switch (route.screen) {
    case 'tasks':
      return address('tasks', filterToParams(route.filter))
    case 'task':
      return address(`tasks/${route.id}`, filterToParams(route.filter))
    case 'task-edit':
      return address(`tasks/${route.id}/edit`, filterToParams(route.filter))
    case 'task-new': {
      const params = filterToParams(route.filter)
      if (route.phone) params.set('for', route.phone)
      return address('tasks/new', params)
    }
    case 'customers':
      return address('customers', customerListParams(route))
    case 'customer':
      return address(`customers/${route.id}`, customerListParams(route))
    case 'customer-chat':
      return address(`customers/${route.id}/chat`, customerListParams(route))
    case 'customer-edit':
      return address(`customers/${route.id}/edit`, customerListParams(route))
    case 'customer-merge':
      return address(`customers/${route.id}/merge`, customerListParams(route))
    case 'customer-new':
      return address('customers/new', customerListParams(route))
    case 'overview':
      return address('overview', new URLSearchParams(route.days === periods[0] ? {} : { days: String(route.days) }))
    case 'token-new':
      return '#/tokens/new'
    case 'webhook-new':
      return '#/webhooks/new'
    case 'webhook':
      return `#/webhooks/${route.id}`
    default:
      return `#/${route.screen}`
  }
}

/** Where "back" leads; null at the top of a section. */
export function parent(route: Route): Route | null {
  switch (route.screen) {
    case 'task':
    case 'task-new':
      return { screen: 'tasks', filter: route.filter }
    case 'task-edit':
      return { ...route, screen: 'task' }
    case 'customer':
    case 'customer-new':
      return { screen: 'customers', search: route.search, contact: route.contact }
    case 'customer-chat':
    case 'customer-edit':
    case 'customer-merge':
      return { ...route, screen: 'customer' }
    case 'account':
    case 'team':
    case 'tokens':
    case 'webhooks':
    case 'letters':
      return { screen: 'more' }
    case 'token-new':
      return { screen: 'tokens' }
    case 'webhook':
    case 'webhook-new':
      return { screen: 'webhooks' }
    default:
      return null
  }
}

/** Where the address says that the person is; the screen follows a moment later. */
export function here(): Route {
  return parse(location.hash)
}

/** The list's part of the place, so that a card opened from elsewhere leads back to a list. */
export function taskRoute(id: string, filter = listFilter()): Route {
  return { screen: 'task', id, filter }
}

export function listFilter(): TaskFilter {
  const current = route.value
  return 'filter' in current ? current.filter : defaultFilter
}

export const allCustomers: Route & CustomerList = { screen: 'customers', search: '', contact: '' }

export function customerRoute(id: string): Route {
  const current = route.value
  const { search, contact } = 'search' in current ? current : allCustomers
  return { screen: 'customer', id, search, contact }
}

export const route = signal<Route>(home)

/** Asked before a screen with unsaved input is left; set by that screen. */
export const leaveGuard = signal<(() => Promise<boolean>) | null>(null)

export function navigate(to: Route, { replace = false } = {}): void {
  if (replace) location.replace(format(to))
  else location.hash = format(to)
}

/** Leaves a screen whose input is saved, or is not wanted any more, without asking. */
export function leaveFor(to: Route): void {
  leaveGuard.value = null
  navigate(to, { replace: true })
}

/** Follows the address until the returned function is called. `beforeChange` runs with the screen still up. */
export function followAddress(beforeChange: () => void): () => void {
  let current = location.hash
  let asking = false
  // It may have changed while the page was on its way.
  if (format(here()) !== format(route.value)) route.value = here()

  async function follow() {
    const next = location.hash
    if (next === current || asking) return
    if (leaveGuard.value) {
      asking = true
      const leave = await leaveGuard.value()
      asking = false
      if (!leave) {
        history.replaceState(null, '', current || '#/tasks')
        return
      }
      leaveGuard.value = null
    }
    beforeChange()
    current = location.hash
    route.value = parse(current)
  }
  addEventListener('hashchange', follow)
  return () => removeEventListener('hashchange', follow)
}

function address(path: string, params: URLSearchParams): string {
  // Commas and colons need no escaping after "#", and an address is read by people too.
  const query = params.toString().replaceAll('%2C', ',')
  return `#/${path}${query && `?${query}`}`
}

function customerListParams({ search, contact }: CustomerList): URLSearchParams {
  return new URLSearchParams({ ...(search && { search }), ...(contact && { contact }) })
}
