import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { waitToReconnect } from './reconnect'

let hidden = false

beforeEach(() => {
  hidden = false
  vi.useFakeTimers()
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden)
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Milliseconds of virtual time until the next try, looked at every 100; more than an hour is never. */
async function waitAfter(tries: number, meanwhile: (passed: number) => void = () => {}): Promise<number> {
  let over = false
  void waitToReconnect(tries).then(() => (over = true))
  let passed = 0
  for (; !over && passed < 3_600_000; passed += 100) {
    meanwhile(passed)
    await vi.advanceTimersByTimeAsync(100)
  }
  return passed
}

describe('a lost connection', () => {
  it.each([0, 1, 3, 10, 60, 500])('is tried again within five seconds, after %i tries too', async (tries) => {
    expect(await waitAfter(tries)).toBeLessThanOrEqual(5_000)
  })

  it.each(['online', 'pageshow', 'visibilitychange'])('is tried again at once when %s tells that somebody is back', async (name) => {
    const passed = await waitAfter(10, (passed) => {
      if (passed === 500) dispatchEvent(new Event(name))
    })
    expect(passed).toBe(600)
  })

  it('waits while nobody looks, and not after that', async () => {
    hidden = true
    const passed = await waitAfter(0, (passed) => {
      if (passed === 20_000) dispatchEvent(new Event('online'))
      if (passed === 25_000) {
        hidden = false
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
      }
    })
    expect(passed).toBe(25_100)
  })
})
