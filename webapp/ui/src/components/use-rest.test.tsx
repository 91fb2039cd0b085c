import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { useRowsRest } from './use-rest'

let resting: boolean

function Rows({ ids }: { ids: string }) {
  resting = useRowsRest([...ids].map((id) => ({ id })))
  return null
}

beforeEach(() => void vi.useFakeTimers())

const draw = (ids: string) => act(() => render(<Rows ids={ids} />, document.body))

it('is true for a second after rows have moved, and not when more come at the end', async () => {
  await draw('')
  await draw('ab')
  expect(resting).toBe(false)
  await draw('abc')
  expect(resting).toBe(false)
  await draw('bc')
  expect(resting).toBe(true)
  await act(() => void vi.advanceTimersByTime(999))
  expect(resting).toBe(true)
  await act(() => void vi.advanceTimersByTime(1))
  expect(resting).toBe(false)
  await draw('dbc')
  expect(resting).toBe(true)
})
