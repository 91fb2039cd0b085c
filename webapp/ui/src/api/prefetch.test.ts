import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TaskPageQuery } from '../graphql/task-list'
import { createClient } from './client'
import { forgetPrefetched, prefetch } from './prefetch'

describe('a question that is asked before the program is there', () => {
  let requests = 0
  beforeEach(() => {
    requests = 0
    vi.stubGlobal('fetch', async () => Response.json({ data: { tasks: null }, extensions: { request: ++requests } }))
  })
  afterEach(() => {
    forgetPrefetched()
    vi.unstubAllGlobals()
  })
  const variables = { filter: { statuses: ['READY' as const], search: 'экран' }, first: 20, after: null }
  const ask = async (wanted = variables) =>
    (await createClient().query(TaskPageQuery, wanted, { requestPolicy: 'network-only' }).toPromise()).extensions?.request

  it('is not asked again by it, but answers once', async () => {
    prefetch(TaskPageQuery, variables, 'token')
    expect(await ask()).toBe(1)
    expect(await ask()).toBe(2)
  })

  it('does not answer another one', async () => {
    prefetch(TaskPageQuery, variables, 'token')
    expect(await ask({ ...variables, first: 50 })).toBe(2)
  })

  it('is no answer once it was not wanted', async () => {
    prefetch(TaskPageQuery, variables, 'token')
    forgetPrefetched()
    expect(await ask()).toBe(2)
  })
})
