import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { mutate } from '../../api/client'
import type { TaskDetails } from '../../graphql/types'
import { client } from '../../telegram'
import { AccessCode } from './access-code'

vi.mock(import('../../api/client'), async (original) => ({ ...(await original()), mutate: vi.fn(async () => ({})) as never }))

const around = client.value
const confirm = vi.fn(async () => false)

beforeEach(() => {
  vi.mocked(mutate).mockClear()
  confirm.mockClear()
  client.value = { ...around, confirm }
  return () => {
    act(() => render(null, document.body))
    client.value = around
  }
})

async function saveTwice(hasAccessCode: boolean, code: string): Promise<void> {
  const task = { id: '7', hasAccessCode, status: 'IN_PROGRESS' } as TaskDetails
  act(() => render(<AccessCode task={task} />, document.body))
  await act(() => [...document.querySelectorAll('button')].at(-1)!.click())
  const input = document.querySelector('input')!
  await act(() => {
    input.value = code
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await act(() => {
    for (let tap = 0; tap < 2; tap++) document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
  })
}

it('saves a code once, also by a double tap, and asks nothing', async () => {
  await saveTwice(true, '1234')
  expect(confirm).not.toHaveBeenCalled()
  expect(vi.mocked(mutate).mock.calls.map(([, variables]) => variables)).toEqual([{ taskId: '7', code: '1234' }])
})

it('asks before it wipes the code that there is', async () => {
  await saveTwice(true, ' ')
  expect(confirm).toHaveBeenCalledTimes(1)
  expect(mutate).not.toHaveBeenCalled()
  confirm.mockResolvedValueOnce(true)
  await act(() => void document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true })))
  expect(mutate).toHaveBeenCalledTimes(1)
})

it('does nothing with an empty field where there is no code', async () => {
  await saveTwice(false, '')
  expect(confirm).not.toHaveBeenCalled()
  expect(mutate).not.toHaveBeenCalled()
})
