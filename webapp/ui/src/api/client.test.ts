import { beforeEach, describe, expect, it } from 'vitest'
import { Login, MeQuery } from '../graphql/documents'
import { TaskPageQuery } from '../graphql/task-list'
import { ChangeStatus, TaskQuery } from '../graphql/tasks'
import { createClient } from './client'
import { problemOf } from './problem'
import { endSession, session, sessionEnded, startSession } from './session'

/** The API as far as sessions go: knows one token, changes it when it is refreshed. */
class Server {
  token = 'new'
  accepts = 'new'
  refreshToken: string | null = 'refresh'
  refreshes = 0
  requests: { name: string; authorization: string | null }[] = []
  offline = false

  fetch: typeof fetch = async (_address, request) => {
    const { operationName: name, variables } = JSON.parse(String(request!.body))
    const authorization = new Headers(request!.headers).get('Authorization')
    this.requests.push({ name, authorization })
    if (this.offline) throw new TypeError('Failed to fetch')
    if (name === 'RefreshToken') return this.refresh(variables.refreshToken)
    if (name === 'Login') return answer({ data: { login: { ...noTokens, __typename: 'ObtainJSONWebToken' } } })
    if (authorization !== `Bearer ${this.accepts}`) return answer({ data: { me: null }, errors: [unauthenticated] })
    return answer({ data: answers[name] })
  }

  private refresh(refreshToken: string): Response {
    this.refreshes++
    const known = refreshToken === this.refreshToken
    this.refreshToken = known ? 'refresh-2' : this.refreshToken
    const tokens = known ? { ...noTokens, success: true, token: this.token, refreshToken: 'refresh-2' } : noTokens
    return answer({ data: { refreshToken: { ...tokens, __typename: 'ObtainJSONWebToken' } } })
  }
}

const answers: Record<string, object> = {
  Me: { me: { __typename: 'UserType', id: '1', email: 'a@example.com', name: null } },
  TaskPage: { tasks: null },
  Task: { taskById: null },
}

const noTokens = { success: false, errors: null, token: null, refreshToken: null, deviceToken: null }

function answer(body: object): Response {
  return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } })
}

const unauthenticated = { message: 'You need to be logged in.', extensions: { code: 'UNAUTHENTICATED' } }

describe('a session', () => {
  let server: Server
  const ask = (client = createClient(server.fetch)) =>
    client.query(MeQuery, {}, { requestPolicy: 'network-only' }).toPromise()

  beforeEach(() => {
    localStorage.clear()
    server = new Server()
    startSession({ token: 'old', refreshToken: 'refresh' })
  })

  it('is refreshed silently when the token has expired, and the question is asked again', async () => {
    const { data, error } = await ask()
    expect(error).toBeUndefined()
    expect(data?.me?.email).toBe('a@example.com')
    expect(server.requests.map(({ name }) => name)).toEqual(['Me', 'RefreshToken', 'Me'])
    expect(session.value).toEqual({ token: 'new', refreshToken: 'refresh-2' })
    expect(JSON.parse(localStorage.getItem('zayavka.session')!)).toEqual(session.value)
  })

  it('is refreshed once for several questions at a time', async () => {
    const client = createClient(server.fetch)
    const answers = await Promise.all([
      ask(client),
      client.query(TaskPageQuery, { filter: {}, first: 35, after: null }).toPromise(),
      client.query(TaskQuery, { id: '1' }).toPromise(),
    ])
    expect(answers.map(({ error }) => error?.graphQLErrors[0]?.extensions.code)).not.toContain('UNAUTHENTICATED')
    expect(server.refreshes).toBe(1)
  })

  it('ends with its reason when the refresh is refused, without trying for ever', async () => {
    server.refreshToken = null
    const { error } = await ask()
    expect(problemOf(error!).code).toBe('UNAUTHENTICATED')
    expect(server.refreshes).toBe(1)
    expect(session.value).toBeNull()
    expect(sessionEnded.value).toBe(true)
    expect(localStorage.getItem('zayavka.session')).toBeNull()
  })

  it('is not refreshed twice for one question', async () => {
    server.accepts = 'another token than it gives'
    const { error } = await ask()
    expect(problemOf(error!).code).toBe('UNAUTHENTICATED')
    expect(server.refreshes).toBe(1)
  })

  it('outlives a lost network', async () => {
    server.offline = true
    const { error } = await ask()
    expect(problemOf(error!).code).toBe('OFFLINE')
    expect(session.value).not.toBeNull()
  })

  it('that another tab has refreshed is taken over', async () => {
    const client = createClient(server.fetch)
    localStorage.setItem('zayavka.session', JSON.stringify({ token: 'new', refreshToken: 'refresh-2' }))
    const { data } = await ask(client)
    expect(data?.me?.email).toBe('a@example.com')
    expect(server.refreshes).toBe(0)
  })

  it('is not needed to log in, and a wrong password refreshes nothing', async () => {
    endSession('logout')
    const { data } = await createClient(server.fetch)
      .mutation(Login, { email: 'a@example.com', password: 'x' })
      .toPromise()
    expect(data?.login?.success).toBe(false)
    expect(server.requests).toEqual([{ name: 'Login', authorization: null }])
  })
})

describe('a changed status', () => {
  const task = {
    __typename: 'TaskType',
    id: '7',
    createdAt: '2024-05-01',
    category: 'REPAIR',
    status: 'ACCEPTED',
    description: '',
    employee: null,
    customer: null,
  }

  const page = {
    tasks: {
      __typename: 'TaskConnection',
      nodes: [task],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  }

  /** What a person sees of the task, in order, while its status is changed. */
  async function seen(changed: () => Promise<Response>): Promise<string[]> {
    const client = createClient(async (_address, request) =>
      String(request!.body).includes('ChangeStatus') ? changed() : answer({ data: page }),
    )
    const statuses: string[] = []
    const subscription = client.query(TaskPageQuery, { filter: {}, first: 35, after: null }).subscribe(({ data }) => {
      const status = data?.tasks?.nodes[0]?.status
      if (status && status !== statuses.at(-1)) statuses.push(status)
    })
    await expect.poll(() => statuses).toEqual(['ACCEPTED'])
    await client.mutation(ChangeStatus, { taskData: { id: '7', status: 'READY' } }).toPromise()
    subscription.unsubscribe()
    return statuses
  }

  it('is shown before the server has answered', async () => {
    const saved = { __typename: 'UpdateTask', task: { __typename: 'TaskType', id: '7', status: 'READY' } }
    expect(await seen(async () => answer({ data: { updateTask: saved } }))).toEqual(['ACCEPTED', 'READY'])
  })

  it('is taken back when the server refuses', async () => {
    const refused = { data: { updateTask: null }, errors: [{ message: 'no', extensions: { code: 'INTERNAL' } }] }
    expect(await seen(async () => answer(refused))).toEqual(['ACCEPTED', 'READY', 'ACCEPTED'])
  })

  it('is taken back when there is no network', async () => {
    const lost = () => Promise.reject(new TypeError('Failed to fetch'))
    expect(await seen(lost)).toEqual(['ACCEPTED', 'READY', 'ACCEPTED'])
  })
})
