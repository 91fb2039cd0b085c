import { describe, expect, it } from 'vitest'
import { CustomerQuery, CustomerTasksQuery, UpdateCustomer } from '../graphql/customers'
import { TaskPageQuery } from '../graphql/task-list'
import { DeleteTask, TaskQuery, UpdateTask } from '../graphql/tasks'
import { createClient } from './client'
import { Entities } from './entities'

const customer = { __typename: 'CustomerType', id: '3', telegramId: null, phone: '+7 917 000-99-00', name: 'Ольга', reachable: false, verified: true }
const task = (id: string, description: string) => ({
  ...{ __typename: 'TaskType', id, createdAt: '2024-05-01', category: 'REPAIR', status: 'ACCEPTED', description },
  ...{ employee: null, customer },
})
const details = (id: string, description: string, version: number) => ({
  ...task(id, description),
  ...{ version, undoUntil: null, history: [], notifications: [] },
})
const page = (...nodes: object[]) => ({ nodes, pageInfo: { hasNextPage: true, endCursor: 'next' } })

/** A client of an API that answers each operation by its name and variables, and what was asked of it. */
function api(answers: Record<string, (variables: { id?: string; after?: string | null }) => object | Promise<object>>) {
  const asked: string[] = []
  const client = createClient(async (_address, request) => {
    const { operationName, variables } = JSON.parse(String(request!.body))
    asked.push(operationName)
    return Response.json({ data: await answers[operationName]!(variables) })
  })
  /** Looks at the answers to a question; `latest` is what is shown of them now. */
  const look = <Answer>(document: Parameters<typeof client.query>[0], variables: object) => {
    const seen: Answer[] = []
    client.query(document, variables, { requestPolicy: 'cache-and-network' }).subscribe(({ data }) => data && seen.push(data as Answer))
    return { seen, latest: () => seen.at(-1) }
  }
  return { client, asked, look }
}

describe('what is known of a thing', () => {
  it('is shown wherever it is shown, and nothing else is touched', async () => {
    const { client, asked, look } = api({
      TaskPage: () => ({ tasks: page(task('1', 'старое'), task('2', 'другое')) }),
      Task: () => ({ taskById: details('1', 'старое', 1) }),
      UpdateTask: () => ({ updateTask: { task: details('1', 'новое', 2) } }),
    })
    const list = look<{ tasks: { nodes: { description: string }[] } }>(TaskPageQuery, { filter: {}, first: 20, after: null })
    const card = look<{ taskById: { description: string; version: number } }>(TaskQuery, { id: '1' })
    await expect.poll(() => card.latest()?.taskById.version).toBe(1)
    const other = list.latest()!.tasks.nodes[1]

    await client.mutation(UpdateTask, { taskData: { id: '1', version: 1, description: 'новое' } }).toPromise()
    expect(card.latest()!.taskById).toMatchObject({ description: 'новое', version: 2 })
    expect(list.latest()!.tasks.nodes.map(({ description }) => description)).toEqual(['новое', 'другое'])
    expect(list.latest()!.tasks.nodes[1]).toBe(other)
    expect(asked.filter((name) => name !== 'UpdateTask').sort()).toEqual(['Task', 'TaskPage'])
  })

  it('is newer than an answer that is kept', async () => {
    let name = 'Ольга'
    const card = () => ({ ...customer, name, language: null, note: null, createdTime: '', phoneClaims: [], taskConnection: { totalCount: 2 } })
    const { client, look } = api({
      Customer: () => ({ customerById: card() }),
      TaskPage: () => ({ tasks: page({ ...task('1', ''), customer: { ...customer, name } }) }),
      UpdateCustomer: () => ({ updateCustomer: { customer: card() } }),
    })
    await client.query(TaskPageQuery, { filter: {}, first: 20, after: null }).toPromise()
    name = 'Ольга Петрова'
    await client.mutation(UpdateCustomer, { customerData: { phone: '+7 917 000-99-00', name } }).toPromise()

    const list = look<{ tasks: { nodes: { customer: { name: string } }[] } }>(TaskPageQuery, { filter: {}, first: 20, after: null })
    expect(list.seen[0]!.tasks.nodes[0]!.customer.name).toBe('Ольга Петрова')
  })

  it('is not what was read before it', async () => {
    const old = { ...details('1', 'старое', 1), history: [{ id: '8' }] }
    let sendOld = () => {}
    const { client, look } = api({
      Task: () => new Promise<object>((resolve) => (sendOld = () => resolve({ taskById: old }))),
      TaskPage: () => ({ tasks: page(task('1', 'новое')) }),
      UpdateTask: () => ({ updateTask: { task: details('1', 'новейшее', 3) } }),
    })
    interface Card { taskById: { description: string; version: number; history: object[] } }
    const card = look<Card>(TaskQuery, { id: '1' })
    const list = look<{ tasks: { nodes: { description: string }[] } }>(TaskPageQuery, { filter: {}, first: 20, after: null })
    await expect.poll(() => list.latest()?.tasks.nodes[0]!.description).toBe('новое')
    sendOld()
    await expect.poll(() => card.latest()?.taskById).toMatchObject({ description: 'новое', version: 1, history: old.history })

    const again = client.query(TaskQuery, { id: '1' }, { requestPolicy: 'network-only' }).toPromise()
    await client.mutation(UpdateTask, { taskData: { id: '1', version: 1, description: 'новейшее' } }).toPromise()
    sendOld()
    await again
    expect(card.latest()!.taskById).toMatchObject({ description: 'новейшее', version: 3 })
    expect(list.latest()!.tasks.nodes[0]!.description).toBe('новейшее')
  })

  it('leaves each page of a list its own rows', async () => {
    const { look } = api({
      CustomerTasks: ({ after }) => ({
        customerById: { __typename: 'CustomerType', id: '3', taskConnection: page(task(after ? '1' : '2', '')) },
      }),
      Customer: () => ({
        customerById: { ...customer, language: null, note: null, createdTime: '', phoneClaims: [], taskConnection: { totalCount: 2 } },
      }),
    })
    interface Tasks { customerById: { taskConnection: { nodes: { id: string }[] } } }
    const first = look<Tasks>(CustomerTasksQuery, { id: '3', first: 1, after: null })
    const second = look<Tasks>(CustomerTasksQuery, { id: '3', first: 1, after: 'next' })
    const card = look<{ customerById: { taskConnection: { totalCount: number } } }>(CustomerQuery, { id: '3' })
    await expect.poll(() => [first, second, card].every(({ latest }) => latest())).toBe(true)
    expect(first.latest()!.customerById.taskConnection.nodes.map(({ id }) => id)).toEqual(['2'])
    expect(second.latest()!.customerById.taskConnection.nodes.map(({ id }) => id)).toEqual(['1'])
    expect(card.latest()!.customerById.taskConnection.totalCount).toBe(2)
  })
})

describe('what nobody has looked at for long', () => {
  it('is forgotten, and what is shown or was seen lately is not', async () => {
    const { client, look } = api({
      Task: ({ id }) => ({ taskById: details(id!, 'было', 1) }),
      UpdateTask: () => ({ updateTask: { task: details('1', 'стало', 2) } }),
    })
    type Card = { taskById: { description: string } }
    const shown = look<Card>(TaskQuery, { id: '1' })
    for (let id = 2; id <= 300; id++) await client.query(TaskQuery, { id: String(id) }).toPromise()
    await client.mutation(UpdateTask, { taskData: { id: '1', version: 1, description: 'стало' } }).toPromise()
    expect(shown.latest()!.taskById.description).toBe('стало')
    expect(look<Card>(TaskQuery, { id: '300' }).latest()?.taskById.description).toBe('было')
    expect(look<Card>(TaskQuery, { id: '2' }).latest()).toBeUndefined()
  })

  it('leaves of things what the kept answers have', () => {
    const entities = new Entities()
    entities.learn([task('1', 'новое'), task('2', 'новое')], 1)
    entities.keepOnly([{ tasks: page(task('1', 'старое')) }])
    expect(entities.renew([task('1', 'старое'), task('2', 'старое')])).toMatchObject([{ description: 'новое' }, { description: 'старое' }])
  })
})

describe('what is shown', () => {
  it('stays the same where it is asked for again and has not changed', async () => {
    let description = 'было'
    const { client, look } = api({ TaskPage: () => ({ tasks: page(task('1', description), task('2', '')) }) })
    const variables = { filter: {}, first: 20, after: null }
    interface List { tasks: { nodes: { description: string }[] } }
    const list = look<List>(TaskPageQuery, variables)
    const again = () => client.query(TaskPageQuery, variables, { requestPolicy: 'network-only' }).toPromise()
    await expect.poll(() => list.latest()).toBeDefined()
    const { tasks } = list.latest()!
    await again()
    expect(list.latest()!.tasks).toBe(tasks)

    description = 'стало'
    await again()
    expect(list.latest()!.tasks.nodes[0]!.description).toBe('стало')
    expect(list.latest()!.tasks.nodes[1]).toBe(tasks.nodes[1])
  })

  it('is asked for again when rows may have gone', async () => {
    const rows = [task('1', ''), task('2', '')]
    const { client, asked, look } = api({
      TaskPage: () => ({ tasks: page(...rows) }),
      DeleteTask: () => ({ deleteTask: { id: '1' } }),
    })
    const list = look<{ tasks: { nodes: object[] } }>(TaskPageQuery, { filter: {}, first: 20, after: null })
    await expect.poll(() => list.latest()?.tasks.nodes.length).toBe(2)
    rows.shift()
    await client.mutation(DeleteTask, { id: '1' }).toPromise()
    await expect.poll(() => list.latest()!.tasks.nodes.length).toBe(1)
    expect(asked).toEqual(['TaskPage', 'DeleteTask', 'TaskPage'])
  })
})
