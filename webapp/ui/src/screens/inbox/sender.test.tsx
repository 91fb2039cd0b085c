import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startSession } from '../../api/session'
import { draftOf } from '../../conversation/draft'
import { outgoing, send } from '../../conversation/outgoing'
import type { Message } from '../../graphql/messages'
import { t } from '../../locale/inbox'
import { SenderCard } from './sender'

const customer = { id: '5', name: 'Нина', phone: '+79170009900', telegramId: '1', telegramState: 'CONNECTED' }
const message = (id: string) =>
  ({ id, direction: 'IN', authorKind: 'CUSTOMER', authorName: 'Нина', text: 'Когда?', files: [], previousTexts: [], createdTime: '2026-03-02T09:00:00Z', customer }) as unknown as Message

let asked: { operation: string; key: string | null }[] = []
/** Which operations are not answered, in turn. */
let fates: ('lost' | 'refused')[] = []
beforeEach(() => {
  startSession({ token: `x.${btoa(JSON.stringify({ sub: '7' }))}.x`, refreshToken: 'r' })
  asked = []
  fates = []
  outgoing.value = []
  location.hash = '#/inbox'
  vi.stubGlobal('fetch', async (_: string, { body, headers }: RequestInit) => {
    const { operationName: operation } = JSON.parse(String(body)) as { operationName: string }
    asked.push({ operation, key: new Headers(headers).get('Idempotency-Key') })
    const fate = fates.shift()
    if (fate === 'lost') throw new TypeError('no network')
    if (fate === 'refused') return Response.json({ data: null, errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] })
    return Response.json({ data: operation === 'CreateTask' ? { createTask: { task: { __typename: 'TaskType', id: '31' } } } : { fileMessage: {} } })
  })
})
afterEach(() => {
  act(() => render(null, document.body))
  vi.unstubAllGlobals()
})

const show = (...ids: string[]) =>
  act(() => render(<SenderCard resting={false} messages={ids.map(message)} sorted={false} onExpired={() => {}} onHandle={() => {}} />, document.body))
const button = (text: string) => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === text)!
const makeTask = async () => {
  await act(() => button(t('inbox.make')).click())
  await vi.waitFor(() => expect(button(t('inbox.make')).disabled).toBe(false))
}

it.each(['refused', 'lost'] as const)('shows an answer that is %s, and a way on', async (fate) => {
  await show('1')
  fates = [fate]
  draftOf({ customerId: '5' }, 'answer').text.value = 'Завтра'
  await act(() => send({ customerId: '5' }, 'answer'))
  await vi.waitFor(() => expect(button(t('send.retry'))).toBeDefined())
  expect(document.body.textContent).toContain('Завтра')
})

it('makes one task of the same messages, also when the first answer is lost', async () => {
  await show('1', '2')
  fates = ['lost']
  await makeTask()
  await makeTask()
  const made = asked.filter(({ operation }) => operation === 'CreateTask')
  expect(made).toHaveLength(2)
  expect(made[0]!.key).toBeTruthy()
  expect(made[1]!.key).toBe(made[0]!.key)
  expect(location.hash).toContain('#/tasks/31')
})

it('shows the task that is made, also when the messages could not be filed with it', async () => {
  await show('3')
  const answer = globalThis.fetch
  vi.stubGlobal('fetch', (address: string, options: RequestInit) => {
    if (String(options.body).includes('FileMessage')) throw new TypeError('no network')
    return answer(address, options)
  })
  await makeTask()
  expect(location.hash).toContain('#/tasks/31')
})
