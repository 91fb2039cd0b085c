import { signal } from '@preact/signals-core'
import { contactFrom, type Contact } from './domain/contact'
import { defaultFilter, filterFromParams, filterToParams, type TaskFilter } from './domain/filter'
import { statuses } from './domain/status'
import type { Status } from './graphql/types'
import { mark, markedStep, type Step } from './step'

/**
 * Where the person is. The list beside (or behind) a card is part of the place: a card's address
 * keeps the list's filter or search.
 */
export type Route =
  | { screen: 'tasks'; filter: TaskFilter }
  | TaskRoute
  | { screen: 'task-taken'; id: string; filter: TaskFilter }
  | { screen: 'task-paper'; id: string; sheet: TaskSheet; filter: TaskFilter }
  | { screen: 'task-new'; phone: string; filter: TaskFilter }
  | ({ screen: 'customers' | 'customer-new' } & CustomerList)
  | ({ screen: 'customer' | 'customer-chat' | 'customer-data' | 'customer-edit' | 'customer-merge'; id: string } & CustomerList)
  | { screen: 'overview'; days: Period }
  | { screen: 'inbox' }
  | { screen: 'more' | 'poster' | 'account' | 'team' | 'tokens' | 'token-new' | 'webhooks' | 'webhook-new' | 'letters' | 'moving' }
  | { screen: 'webhook'; id: string }
  | { screen: 'settings' | 'settings-stages' | 'settings-categories' }
  | { screen: 'settings-text'; status: Status }
  /** Without an id a new one. */
  | { screen: 'settings-stage'; id: string; status: Status }
  | { screen: 'settings-category'; id: string }

/** A task's own screens. */
export interface TaskRoute {
  screen: 'task' | 'task-edit' | 'task-price' | 'task-estimate'
  id: string
  filter: TaskFilter
}

/** Which customers the list shows. */
export interface CustomerList {
  search: string
  contact: Contact
}

/** What is printed for a task: a receipt on A6 or from a roll, or a label for the thing. */
export const taskSheets = ['a6', 'roll', 'label'] as const
export type TaskSheet = (typeof taskSheets)[number]

/** How many days the overview looks back. */
export const periods = [7, 30, 90] as const
export type Period = (typeof periods)[number]

export const home: Route = { screen: 'tasks', filter: defaultFilter }

/** Reads an address such as "#/tasks/12?status=READY"; what is unknown is home. */
export function parse(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2)
  const params = new URLSearchParams(query)
  const [, section, item, action, rest] = path.split('/')
  const id = item !== undefined && /^\d+$/.test(item) ? item : ''

  if (section === 'tasks') {
    const filter = filterFromParams(params)
    if (item === 'new') return { screen: 'task-new', phone: params.get('for') ?? '', filter }
    if (id && action === 'edit') return { screen: 'task-edit', id, filter }
    if (id && action === 'price') return { screen: rest === 'edit' ? 'task-estimate' : 'task-price', id, filter }
    if (id && action === 'taken') return { screen: 'task-taken', id, filter }
    if (id && action === 'paper') {
      return { screen: 'task-paper', id, sheet: taskSheets.find((sheet) => sheet === params.get('sheet')) ?? 'a6', filter }
    }
    if (id) return { screen: 'task', id, filter }
    return { screen: 'tasks', filter }
  }
  if (section === 'customers') {
    const list = { search: params.get('search') ?? '', contact: contactFrom(params.get('contact')) }
    if (item === 'new') return { screen: 'customer-new', ...list }
    if (id && action === 'edit') return { screen: 'customer-edit', id, ...list }
    if (id && action === 'chat') return { screen: 'customer-chat', id, ...list }
    if (id && action === 'data') return { screen: 'customer-data', id, ...list }
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
  if (section === 'settings') return settingsRoute(item, action, params)
  return section === 'more' || section === 'poster' || section === 'account' || section === 'team' || section === 'letters' || section === 'moving' ? { screen: section } : home
}

function settingsRoute(part: string | undefined, item = '', params: URLSearchParams): Route {
  const named = part === 'texts' ? item : params.get('status')
  const status = statuses.find((known) => known === named)
  const id = /^\d+$/.test(item) ? item : ''
  if (part === 'texts' && status) return { screen: 'settings-text', status }
  if (part === 'stages' && item) return { screen: 'settings-stage', id, status: status ?? 'IN_PROGRESS' }
  if (part === 'stages') return { screen: 'settings-stages' }
  if (part === 'categories') return item ? { screen: 'settings-category', id } : { screen: 'settings-categories' }
  return { screen: 'settings' }
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
    case 'task-price':
      return address(`tasks/${route.id}/price`, filterToParams(route.filter))
    case 'task-estimate':
      return address(`tasks/${route.id}/price/edit`, filterToParams(route.filter))
    case 'task-taken':
      return address(`tasks/${route.id}/taken`, filterToParams(route.filter))
    case 'task-paper': {
      const params = filterToParams(route.filter)
      if (route.sheet !== 'a6') params.set('sheet', route.sheet)
      return address(`tasks/${route.id}/paper`, params)
    }
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
    case 'customer-data':
      return address(`customers/${route.id}/data`, customerListParams(route))
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
    case 'settings-text':
      return `#/settings/texts/${route.status}`
    case 'settings-stages':
      return '#/settings/stages'
    case 'settings-stage':
      return route.id ? `#/settings/stages/${route.id}` : `#/settings/stages/new?status=${route.status}`
    case 'settings-categories':
      return '#/settings/categories'
    case 'settings-category':
      return `#/settings/categories/${route.id || 'new'}`
    default:
      return `#/${route.screen}`
  }
}

/** What a place is a part of, which has a way back; null at the top of a section. */
export function parent(route: Route): Route | null {
  switch (route.screen) {
    case 'task':
    case 'task-new':
    case 'task-taken':
      return { screen: 'tasks', filter: route.filter }
    case 'task-edit':
    case 'task-price':
      return { ...route, screen: 'task' }
    case 'task-paper':
      return { screen: 'task', id: route.id, filter: route.filter }
    case 'task-estimate':
      return { ...route, screen: 'task-price' }
    case 'customer':
    case 'customer-new':
      return { screen: 'customers', search: route.search, contact: route.contact }
    case 'customer-chat':
    case 'customer-data':
    case 'customer-edit':
    case 'customer-merge':
      return { ...route, screen: 'customer' }
    case 'poster':
    case 'account':
    case 'team':
    case 'tokens':
    case 'webhooks':
    case 'letters':
    case 'moving':
    case 'settings':
      return { screen: 'more' }
    case 'settings-text':
    case 'settings-stages':
    case 'settings-categories':
      return { screen: 'settings' }
    case 'settings-stage':
      return { screen: 'settings-stages' }
    case 'settings-category':
      return { screen: 'settings-categories' }
    case 'token-new':
      return { screen: 'tokens' }
    case 'webhook':
    case 'webhook-new':
      return { screen: 'webhooks' }
    default:
      return null
  }
}

/** The list, or what else the section begins with. */
export function topOf(route: Route): Route {
  const above = parent(route)
  return above ? topOf(above) : route
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

let step: Step = { depth: 0, from: null }

export function navigate(to: Route, { replace = false } = {}): void {
  if (!replace) {
    location.hash = format(to)
    return
  }
  location.replace(format(to))
  mark(step)
}

/** Where the person came from; who opened the page at this place goes to what it is a part of. */
export function back(above: Route): void {
  if (step.from === null) navigate(above, { replace: true })
  else history.back()
}

/** Leaves a screen whose input is saved, or is not wanted any more, without asking. */
export function leaveFor(to: Route): void {
  leaveGuard.value = null
  if (step.from === format(to)) history.back()
  else navigate(to, { replace: true })
}

/** Follows the address until the returned function is called. `beforeChange` runs with the screen still up. */
export function followAddress(beforeChange: () => void): () => void {
  let current = location.hash
  let asking = false
  step = mark(markedStep() ?? { depth: 0, from: null })
  // It may have changed while the page was on its way.
  if (format(here()) !== format(route.value)) route.value = here()

  async function follow() {
    const next = location.hash
    if (next === current || asking) return
    const reached = markedStep() ?? { depth: step.depth + 1, from: current }
    if (leaveGuard.value) {
      asking = true
      const leave = await leaveGuard.value()
      asking = false
      if (!leave) {
        if (reached.depth === step.depth) history.replaceState(step, '', current || '#/tasks')
        else history.go(step.depth - reached.depth)
        return
      }
      leaveGuard.value = null
    }
    beforeChange()
    current = location.hash
    step = mark(markedStep() ?? reached)
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
