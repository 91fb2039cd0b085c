import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, expect, it } from 'vitest'
import { client } from './client'
import { usePages, type Pages } from './pages'

interface Answer {
  data: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
  stale: boolean
}

/** Who listens to the answers, in the order of the questions. */
const asked: ((answer: Answer) => void)[] = []
const question = {} as never
const around = client.peek()
let pages: Pages<{ id: string }>

function List() {
  pages = usePages(question, {}, (data: Answer['data']) => data)
  return null
}

beforeEach(() => {
  asked.length = 0
  const query = () => ({ subscribe: (listen: (typeof asked)[number]) => ({ unsubscribe: () => {}, at: asked.push(listen) }) })
  client.value = { query } as never
  return () => {
    act(() => render(null, document.body))
    client.value = around
  }
})

const answer = (question: number, id: string, { stale = false } = {}) =>
  act(() => asked[question]!({ data: { nodes: [{ id }], pageInfo: { hasNextPage: true, endCursor: id } }, stale }))

it('a list is read when the server answers: not from memory, by what is learnt later, or by its next pages', async () => {
  await act(() => render(<List />, document.body))
  await answer(0, '1', { stale: true })
  expect([pages.rows, pages.readings]).toEqual([[{ id: '1' }], 0])
  await answer(0, '1')
  expect(pages.readings).toBe(1)
  await answer(0, '1')
  await act(() => pages.loadMore())
  await answer(1, '2')
  expect([pages.rows, pages.readings]).toEqual([[{ id: '1' }, { id: '2' }], 1])
  await act(() => pages.reload())
  await answer(2, '1')
  expect(pages.readings).toBe(2)
})
