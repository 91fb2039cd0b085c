import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { mutate } from '../api/client'
import { usePages, type Pages } from '../api/pages'
import { Problem } from '../api/problem'
import { useQuery } from '../api/query'
import { AccountScreen } from './account/account'
import { CustomerMergeScreen } from './customer/customer-merge'
import { AmongClosed } from './tasks/among-closed'

vi.mock(import('../api/query'), () => ({ useQuery: vi.fn() }))
vi.mock(import('../api/pages'), () => ({ usePages: vi.fn() }))
vi.mock(import('../api/client'), async (original) => ({ ...(await original()), mutate: vi.fn() as never }))

const answer = (data: object | null) => ({ data, problem: data ? null : new Problem('OFFLINE'), loading: false, reload: vi.fn() }) as never
const pages = (rows: { id: string }[] | null) =>
  ({ rows, hasMore: false, loadMore: vi.fn(), problem: rows ? null : new Problem('OFFLINE'), loading: false, reload: vi.fn(), readings: 1 }) satisfies Pages<{ id: string }> as never
const button = (text: string) => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === text)
const alert = () => document.querySelector('[role=alert]')

beforeEach(() => () => act(() => render(null, document.body)))

it('a search whose second part fails says so, with a way to try again', async () => {
  vi.mocked(usePages).mockReturnValue(pages(null))
  await act(() => render(<AmongClosed wanted={{}}>nothing found</AmongClosed>, document.body))
  expect(alert()?.textContent).toContain('Повторить')
  expect(document.body.textContent).not.toContain('nothing found')
})

it('the other card of a merge that cannot be read says so, and another can be chosen', async () => {
  const card = { __typename: 'CustomerType', id: '1', name: 'Анна', phone: '+79990000001', telegramId: null, reachable: null }
  vi.mocked(useQuery).mockImplementation((_, variables) => answer((variables as { id: string }).id === '1' ? { customerById: card } : null))
  vi.mocked(usePages).mockReturnValue(pages([{ ...card, id: '2', name: 'Аня' } as { id: string }]))
  await act(() => render(<CustomerMergeScreen at={{ screen: 'customer-merge', id: '1', search: '', contact: '' }} />, document.body))
  await act(() => document.querySelector<HTMLElement>('.customer-row .row-link')!.click())
  expect(alert()?.textContent).toContain('Повторить')
  await act(() => button('Выбрать другую карточку')!.click())
  expect(document.querySelector('.customer-row .row-link')).not.toBeNull()
})

it('a choice that is refused goes back to what it was', async () => {
  const me = { __typename: 'UserType', id: '1', name: 'Анна', email: 'anna@example.com', role: 'STAFF', active: true, telegramLinked: true, notify: 'EVERYTHING' }
  vi.mocked(useQuery).mockReturnValue(answer({ me }))
  vi.mocked(mutate).mockRejectedValue(new Problem('OFFLINE'))
  await act(() => render(<AccountScreen />, document.body))
  const chosen = () => [...document.querySelectorAll<HTMLInputElement>('input[name=notify]')].map(({ checked }) => checked)
  expect(chosen()).toEqual([true, false, false])
  await act(() => document.querySelectorAll<HTMLInputElement>('input[name=notify]')[2]!.click())
  await vi.waitFor(() => expect(chosen()).toEqual([true, false, false]))
  expect(mutate).toHaveBeenCalledTimes(1)
})
