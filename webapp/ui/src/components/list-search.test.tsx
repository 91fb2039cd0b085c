import { render } from 'preact'
import { useState } from 'preact/hooks'
import { act } from 'preact/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { ListSearch } from './list-search'

let shown: { search: string; chip: string }
let show: (list: typeof shown) => void

function List() {
  const [list, setList] = useState({ search: '', chip: '' })
  shown = list
  show = setList
  return <ListSearch label="Найти" text={list.search} onChange={(search) => show({ ...list, search })} />
}

beforeEach(() => {
  vi.useFakeTimers()
  act(() => render(<List />, document.body))
  return () => {
    act(() => render(null, document.body))
    vi.useRealTimers()
  }
})

const input = () => document.querySelector('input')!
const type = (text: string) =>
  act(() => {
    input().value = text
    input().dispatchEvent(new Event('input', { bubbles: true }))
  })
const pause = () => act(() => void vi.advanceTimersByTime(300))

it('leaves the space where it is that is typed before the next word', async () => {
  await type('Иван ')
  await pause()
  expect(shown.search).toBe('Иван')
  expect(input().value).toBe('Иван ')
  await type('Иван П')
  await pause()
  expect(shown.search).toBe('Иван П')
})

it('keeps what is chosen while it waits for a pause', async () => {
  await type('Иван')
  await act(() => show({ ...shown, chip: 'overdue' }))
  await pause()
  expect(shown).toEqual({ search: 'Иван', chip: 'overdue' })
})

it('shows what the list is searched for when that changes elsewhere, and asks for nothing', async () => {
  await type('Иван')
  await pause()
  await act(() => show({ search: '', chip: 'mine' }))
  expect(input().value).toBe('')
  await pause()
  expect(shown).toEqual({ search: '', chip: 'mine' })
})
