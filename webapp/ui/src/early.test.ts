import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pageSize } from './domain/page-size'

vi.mock('./screens/tasks/tasks', () => ({}))

const person = 'user=%7B%22id%22%3A7%7D&hash=0'
const session = (sub: string) => JSON.stringify({ token: `.${btoa(JSON.stringify({ sub }))}.`, refreshToken: 'r' })

describe('the first part of the program', () => {
  const fetch = vi.fn<typeof globalThis.fetch>(() => new Promise(() => {}))
  const asked = () => fetch.mock.calls.map(([, options]) => JSON.parse(String(options?.body)) as { operationName: string; variables: { filter: object } })
  const open = async (hash: string) => {
    location.hash = hash
    await import('./early')
  }

  beforeEach(() => {
    vi.resetModules()
    vi.stubGlobal('fetch', fetch)
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    fetch.mockClear()
    localStorage.clear()
    sessionStorage.clear()
  })

  it('asks for the list as its owner left it the last time', async () => {
    localStorage.setItem('zayavka.session', session('3'))
    localStorage.setItem('zayavka.filter.3', 'status=READY&whose=mine')
    await open('')
    expect(location.hash).toBe('#/tasks?status=READY&whose=mine')
    const variables = { filter: { statuses: ['READY'], employeeId: '3' }, orderBy: 'LONGEST_READY_FIRST', first: pageSize.first, after: null }
    expect(asked()).toMatchObject([{ operationName: 'TaskPage', variables }, { operationName: 'TaskCounts' }])
  })

  it('asks for what the address names, as whose Telegram it is', async () => {
    localStorage.setItem('zayavka.session', session('3'))
    localStorage.setItem('zayavka.session.7', session('4'))
    await open(`#tgWebAppData=${encodeURIComponent(person)}&tgWebAppVersion=8.0`)
    expect(location.hash).toBe('#/tasks')
    const { token } = JSON.parse(session('4')) as { token: string }
    expect(fetch.mock.calls.map(([, options]) => new Headers(options?.headers).get('Authorization'))).toEqual([`Bearer ${token}`, `Bearer ${token}`])
  })

  it('asks nothing for who opened a card, or has not logged in', async () => {
    await open('#/tasks')
    localStorage.setItem('zayavka.session', session('3'))
    vi.resetModules()
    await open(`#tgWebAppData=${encodeURIComponent(`${person}&start_param=task_12`)}&tgWebAppVersion=8.0`)
    expect(location.hash).toBe('#/tasks/12')
    expect(fetch).not.toHaveBeenCalled()
  })
})
