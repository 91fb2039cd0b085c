import { afterEach, describe, expect, it, vi } from 'vitest'
import { nextTask, whenIdle } from './scheduling'

afterEach(() => vi.unstubAllGlobals())

describe('work that is done one after the other', () => {
  it('lets a task go first that was waiting', async () => {
    const done: string[] = []
    setTimeout(() => done.push('waiting'))
    await nextTask()
    expect(done).toEqual(['waiting'])
  })

  it('goes on when the browser has nothing else to do', async () => {
    const idle = vi.fn((callback: () => void) => callback())
    vi.stubGlobal('requestIdleCallback', idle)
    await whenIdle()
    expect(idle).toHaveBeenCalledOnce()
  })

  it('goes on in a browser that does not tell', async () => {
    expect('requestIdleCallback' in globalThis).toBe(false)
    await whenIdle()
  })
})
