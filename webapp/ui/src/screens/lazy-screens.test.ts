import { expect, it, vi } from 'vitest'
import { loadAhead, TasksScreen } from './lazy-screens'

/** A chunk whose screens show nothing. */
const screens = vi.hoisted(() => () => new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : () => null), has: () => true }))
vi.mock('./core-chunk', screens)
vi.mock('./tasks/tasks', screens)
vi.mock('./overview/overview', screens)

it('goes on once there is a network, so that what comes after it is not left out for the whole session', async () => {
  vi.stubGlobal('requestIdleCallback', (idle: () => void) => idle())
  const load = vi.spyOn(TasksScreen, 'load')
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const heard = vi.spyOn(globalThis, 'addEventListener')
  let ended = false
  const ahead = loadAhead().then(() => (ended = true))
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith('online', expect.anything(), expect.anything()))
  expect(load).not.toHaveBeenCalled()
  expect(ended).toBe(false)
  onLine.mockReturnValue(true)
  dispatchEvent(new Event('online'))
  await ahead
  expect(load).toHaveBeenCalled()
})
