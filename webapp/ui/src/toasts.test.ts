import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fetchWithTimeout } from './api/fetch-timeout'
import { serverNow } from './clock'
import { toast, toasts } from './toasts'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-03-02T09:00:00Z') }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const shown = () => toasts.value.map(({ text }) => text)

/** What the server answers tells its time. */
async function hear(date: string): Promise<void> {
  vi.stubGlobal('fetch', async () => new Response('', { headers: { Date: date } }))
  await fetchWithTimeout('/graphql')
}

test('what failed goes when the network is back, and what was done stays', () => {
  toast('Нет связи', { kind: 'failed' })
  dispatchEvent(new Event('online'))
  expect(shown()).toEqual([])
  toast('№ 7 → Готово')
  dispatchEvent(new Event('online'))
  expect(shown()).toEqual(['№ 7 → Готово'])
})

test('what can be undone is shown for as long as that, by the clock of the server', async () => {
  // This device is ten seconds fast.
  await hear('Mon, 02 Mar 2026 08:59:50 GMT')
  toast('№ 7 → Готово', { until: '2026-03-02T08:59:58Z' })
  vi.advanceTimersByTime(7900)
  expect(shown()).toEqual(['№ 7 → Готово'])
  vi.advanceTimersByTime(200)
  expect(shown()).toEqual([])
})

test('what was done is confirmed long enough to be read, also when it cannot be undone any more', async () => {
  await hear('Mon, 02 Mar 2026 09:00:00 GMT')
  toast('№ 7 → Готово', { until: '2026-03-02T08:59:00Z' })
  vi.advanceTimersByTime(5900)
  expect(shown()).toEqual(['№ 7 → Готово'])
})

test('a clock that is right to the second is left alone, and so is one of which a slow answer tells', async () => {
  await hear('Mon, 02 Mar 2026 09:00:00 GMT')
  vi.advanceTimersByTime(900)
  await hear('Mon, 02 Mar 2026 09:00:00 GMT')
  expect(serverNow()).toBe(Date.now())
  vi.stubGlobal('fetch', async () => {
    vi.advanceTimersByTime(20_000)
    return new Response('', { headers: { Date: 'Mon, 02 Mar 2026 09:00:01 GMT' } })
  })
  await fetchWithTimeout('/graphql')
  expect(serverNow()).toBe(Date.now())
})
