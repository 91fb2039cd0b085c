import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TaskPageQuery } from '../graphql/task-list'
import { createClient } from './client'
import { askEarly, forgetEarly } from './early'

describe('a question that is asked before the program is there', () => {
  let requests = 0
  beforeEach(() => {
    requests = 0
    vi.stubGlobal('fetch', async () => Response.json({ data: { tasks: null }, extensions: { request: ++requests } }))
  })
  afterEach(() => {
    forgetEarly()
    vi.unstubAllGlobals()
  })
  const variables = { filter: { statuses: ['READY' as const], search: 'экран' }, first: 20, after: null }
  const ask = async (wanted = variables) =>
    (await createClient().query(TaskPageQuery, wanted, { requestPolicy: 'network-only' }).toPromise()).extensions?.request

  it('is not asked again by it, but answers once', async () => {
    askEarly(TaskPageQuery, variables, 'token')
    expect(await ask()).toBe(1)
    expect(await ask()).toBe(2)
  })

  it('does not answer another one', async () => {
    askEarly(TaskPageQuery, variables, 'token')
    expect(await ask({ ...variables, first: 50 })).toBe(2)
  })

  it('is no answer once it was not wanted', async () => {
    askEarly(TaskPageQuery, variables, 'token')
    forgetEarly()
    expect(await ask()).toBe(2)
  })
})
