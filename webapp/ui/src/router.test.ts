import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultFilter } from './domain/filter'
import { back, followAddress, format, here, home, leaveFor, leaveGuard, navigate, parent, parse, route, type Route } from './router'

const filter = { ...defaultFilter, updatedTo: '2026-03-01', search: '8 (917) 000-99-00', statuses: ['CLOSED'] as const }

const everyRoute: Route[] = [
  { screen: 'tasks', filter },
  { screen: 'task', id: '12', filter },
  { screen: 'task-edit', id: '12', filter },
  { screen: 'task-taken', id: '12', filter: defaultFilter },
  { screen: 'task-paper', id: '12', sheet: 'a6', filter },
  { screen: 'task-paper', id: '12', sheet: 'label', filter: defaultFilter },
  { screen: 'task-new', phone: '+7(800)-000-00-00', filter: defaultFilter },
  { screen: 'customers', search: 'Анна & Ко', contact: 'blocked' },
  { screen: 'customer', id: '5', search: '', contact: '' },
  { screen: 'customer-edit', id: '5', search: 'a', contact: '' },
  { screen: 'customer-data', id: '5', search: '', contact: '' },
  { screen: 'customer-merge', id: '5', search: '', contact: 'stranger' },
  { screen: 'customer-new', search: '', contact: '' },
  { screen: 'overview', days: 7 },
  { screen: 'overview', days: 90 },
  { screen: 'more' },
  { screen: 'poster' },
  { screen: 'team' },
  { screen: 'tokens' },
  { screen: 'token-new' },
  { screen: 'webhooks' },
  { screen: 'letters' },
  { screen: 'webhook-new' },
  { screen: 'webhook', id: '3' },
  { screen: 'settings' },
  { screen: 'settings-text', status: 'READY' },
  { screen: 'settings-stages' },
  { screen: 'settings-stage', id: '', status: 'READY' },
  { screen: 'settings-stage', id: '4', status: 'IN_PROGRESS' },
  { screen: 'settings-categories' },
  { screen: 'settings-category', id: '' },
  { screen: 'settings-category', id: '4' },
]

describe('an address', () => {
  it.each(everyRoute)('of $screen reads back as what it was made of', (route) => {
    expect(parse(format(route))).toEqual(route)
  })

  it('is short where nothing differs from the start', () => {
    expect(format(home)).toBe('#/tasks')
  })

  it.each(['', '#', '#/', '#/nothing', '#/tasks/abc', '#tgWebAppData=query_id%3D1&tgWebAppVersion=8.0'])(
    'that says nothing known, %j, is the list of tasks',
    (hash) => {
      expect(parse(hash)).toEqual(home)
    },
  )

  it('leads back one level at a time, keeping the list as it was', () => {
    const edit: Route = { screen: 'task-edit', id: '12', filter }
    const card = parent(edit)
    expect(card).toEqual({ screen: 'task', id: '12', filter })
    expect(parent(card!)).toEqual({ screen: 'tasks', filter })
    expect(parent({ screen: 'tasks', filter })).toBeNull()
  })
})

describe('following the address', () => {
  let stop: () => void
  const beforeChange = vi.fn()

  beforeEach(() => {
    location.hash = '#/tasks'
    route.value = here()
    stop = followAddress(beforeChange)
  })
  afterEach(() => {
    stop()
    leaveGuard.value = null
    vi.clearAllMocks()
  })

  it('shows the new place', async () => {
    navigate({ screen: 'more' })
    await vi.waitFor(() => expect(route.value.screen).toBe('more'))
    expect(beforeChange).toHaveBeenCalledOnce()
  })

  it('begins where the address leads by then', async () => {
    stop()
    navigate({ screen: 'more' })
    await vi.waitFor(() => expect(location.hash).toBe('#/more'))
    stop = followAddress(beforeChange)
    expect(route.value.screen).toBe('more')
  })

  it('stays, address included, when unsaved input is to be kept', async () => {
    leaveGuard.value = vi.fn().mockResolvedValue(false)
    navigate({ screen: 'more' })
    await vi.waitFor(() => expect(location.hash).toBe('#/tasks'))
    expect(route.value.screen).toBe('tasks')
    expect(leaveGuard.value).not.toBeNull()
  })

  it('goes on when unsaved input may be lost', async () => {
    leaveGuard.value = vi.fn().mockResolvedValue(true)
    navigate({ screen: 'more' })
    await vi.waitFor(() => expect(route.value.screen).toBe('more'))
    expect(leaveGuard.value).toBeNull()
  })

  it('goes back to what the place is a part of when the page was opened there', async () => {
    stop()
    history.replaceState(null, '', '#/account')
    stop = followAddress(beforeChange)
    back({ screen: 'more' })
    await vi.waitFor(() => expect(route.value.screen).toBe('more'))
  })

  it('does not ask once the input is saved', async () => {
    const guard = vi.fn()
    leaveGuard.value = guard
    leaveFor({ screen: 'more' })
    await vi.waitFor(() => expect(route.value.screen).toBe('more'))
    expect(guard).not.toHaveBeenCalled()
  })
})
