import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TaskDetails } from '../../graphql/types'
import { t } from '../../locale/conversation'
import { TaskBar } from './task-bar'

let asked: string[] = []
beforeEach(() => {
  asked = []
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async (_: string, { body }: RequestInit) => {
    asked.push((JSON.parse(String(body)) as { operationName: string }).operationName)
    return Response.json({ data: {} })
  })
})
afterEach(() => {
  act(() => render(null, document.body))
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const show = (employee: object | null) =>
  act(() => render(<TaskBar task={{ id: '12', awaitingReplySince: '2026-03-02T09:00:00Z', employee, status: 'ACCEPTED' } as unknown as TaskDetails} />, document.body))
const buttons = () => [...document.querySelectorAll('button')]
const tapLast = () => act(() => buttons().at(-1)!.click())

it('does not settle the customer with the second tap of who takes the task', async () => {
  await show(null)
  expect(buttons().map(({ textContent }) => textContent)).toEqual([t('take'), t('awaiting.none')])
  await show({ id: '7' })
  expect(buttons().map(({ textContent }) => textContent)).toEqual([t('awaiting.none')])
  await tapLast()
  await vi.advanceTimersByTimeAsync(500)
  expect(asked).toEqual([])
  await act(async () => void (await vi.advanceTimersByTimeAsync(600)))
  await tapLast()
  await vi.advanceTimersByTimeAsync(100)
  expect(asked).toEqual(['NoReplyNeeded'])
})
