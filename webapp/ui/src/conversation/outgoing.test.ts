import { signal } from '@preact/signals'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { startSession } from '../api/session'
import { t } from '../locale/conversation'
import { toasts } from '../toasts'
import { attach } from './attachment'
import { draftOf } from './draft'
import { canTakeBack, outgoing, outgoingAt, send, sendAgain, takeBack } from './outgoing'
import type { Place } from './place'

const token = `x.${btoa(JSON.stringify({ sub: '7' }))}.x`
const place: Place = { taskId: '12' }

interface Sent {
  operation: string
  text: string
  attempt: string
}

let sent: Sent[] = []
/** What becomes of the next requests, in turn; afterwards all are answered. */
let fates: ('lost' | 'refused')[] = []

function written(text: string) {
  return {
    ...{ __typename: 'MessageType', id: String(sent.length), direction: 'OUT', authorKind: 'STAFF', authorName: 'Анна', text, previousTexts: [] },
    ...{ files: [], createdTime: '2026-03-02T09:00:00Z', editedTime: null, notification: null, task: null, customer: null },
  }
}

function write(text: string, mode: 'answer' | 'note' = 'answer'): void {
  draftOf(place, mode).text.value = text
  send(place, mode)
}

const texts = () => outgoingAt(place).map(({ text, state }) => `${text}: ${state}`)

beforeEach(() => {
  startSession({ token, refreshToken: 'r' })
  outgoing.value = []
  toasts.value = []
  sent = []
  fates = []
  vi.stubGlobal('fetch', async (_address: string, request: RequestInit) => {
    const { operationName, variables } = JSON.parse(String(request.body)) as { operationName: string; variables: { text: string } }
    const { text } = variables
    sent.push({ operation: operationName, text, attempt: new Headers(request.headers).get('Idempotency-Key') ?? '' })
    const fate = fates.shift()
    if (fate === 'lost') throw new TypeError('no network')
    if (fate === 'refused') {
      return Response.json({ data: null, errors: [{ message: 'no', extensions: { code: 'CONFLICT', field: 'taskId' } }] })
    }
    const field = operationName === 'AddNote' ? 'addNote' : 'sendMessage'
    return Response.json({ data: { [field]: { message: written(text) } } })
  })
})

describe('what is sent', () => {
  it('leaves the composer, and is forgotten once the server has it', async () => {
    write('Готово')
    expect(draftOf(place, 'answer').text.value).toBe('')
    expect(texts()).toEqual(['Готово: sending'])
    await vi.waitFor(() => expect(texts()).toEqual([]))
    expect(sent.map(({ operation, text }) => `${operation} ${text}`)).toEqual(['SendMessage Готово'])
  })

  it('is a note where a note was written, and nothing else', async () => {
    write('Не давать скидку', 'note')
    await vi.waitFor(() => expect(texts()).toEqual([]))
    expect(sent.map(({ operation }) => operation)).toEqual(['AddNote'])
  })

  it('arrives in the order in which it was written', async () => {
    write('раз')
    write('два')
    write('три')
    await vi.waitFor(() => expect(texts()).toEqual([]))
    expect(sent.map(({ text }) => text)).toEqual(['раз', 'два', 'три'])
  })

  it('waits without a network, and goes out under the same name, so that it is written once', async () => {
    fates = ['lost']
    write('Из подвала')
    await vi.waitFor(() => expect(texts()).toEqual(['Из подвала: waiting']))
    sendAgain(outgoingAt(place)[0]!)
    await vi.waitFor(() => expect(texts()).toEqual([]))
    expect(sent).toHaveLength(2)
    expect(sent[0]!.attempt).not.toBe('')
    expect(sent[1]!.attempt).toBe(sent[0]!.attempt)
  })

  it('says why it was refused, and can be taken back into the composer, before what is written there', async () => {
    fates = ['refused']
    write('Ответ')
    await vi.waitFor(() => expect(texts()).toEqual(['Ответ: failed']))
    expect(outgoingAt(place)[0]!.problem!.field).toBe('taskId')
    draftOf(place, 'answer').text.value = 'Уже новое'
    takeBack(outgoingAt(place)[0]!)
    expect(texts()).toEqual([])
    expect(draftOf(place, 'answer').text.value).toBe('Ответ\nУже новое')
    draftOf(place, 'answer').text.value = ''
  })

  it('is told of when it is refused, with the way to it, for who has gone elsewhere', async () => {
    fates = ['refused']
    write('Ответ')
    await vi.waitFor(() => expect(toasts.value.map(({ kind }) => kind)).toEqual(['failed']))
    expect(toasts.value[0]!.text).toBe(t('send.failed.answer'))
    toasts.value[0]!.action!.run()
    expect(location.hash).toBe('#/tasks/12')
  })

  it('does not go out before what waits for a network', async () => {
    fates = ['lost']
    write('раз')
    await vi.waitFor(() => expect(texts()).toEqual(['раз: waiting']))
    write('два')
    await vi.waitFor(() => expect(texts()).toEqual([]))
    expect(sent.map(({ text }) => text)).toEqual(['раз', 'раз', 'два'])
  })

  it('waits along with what was written before it', async () => {
    fates = ['lost']
    write('раз')
    write('два')
    await vi.waitFor(() => expect(texts()).toEqual(['раз: waiting', 'два: waiting']))
    expect(sent.map(({ text }) => text)).toEqual(['раз'])
    sendAgain(outgoingAt(place)[1]!)
    await vi.waitFor(() => expect(texts()).toEqual([]))
    expect(sent.map(({ text }) => text)).toEqual(['раз', 'раз', 'два'])
  })

  it('can be taken back while its files are on their way, and what comes after it goes out', async () => {
    const file = { ...attach(new File([], 'фото.jpg')), problem: signal(null), sending: new Promise<void>(() => {}) }
    draftOf(place, 'answer').attachments.value = [file]
    write('С фото')
    write('Без фото')
    await vi.waitFor(() => expect(texts()).toEqual(['С фото: sending', 'Без фото: sending']))
    const [withFile, without] = outgoingAt(place)
    expect([canTakeBack(withFile!), canTakeBack(without!)]).toEqual([true, false])
    takeBack(withFile!)
    await vi.waitFor(() => expect(texts()).toEqual([]))
    expect(sent.map(({ text }) => text)).toEqual(['Без фото'])
    const { text, attachments } = draftOf(place, 'answer')
    expect([text.value, attachments.value]).toEqual(['С фото', [file]])
    text.value = ''
    attachments.value = []
  })

  it('is of who wrote it: another account of the same browser neither sees nor sends it', async () => {
    fates = ['lost']
    write('Моё')
    await vi.waitFor(() => expect(texts()).toEqual(['Моё: waiting']))
    startSession({ token: `x.${btoa(JSON.stringify({ sub: '8' }))}.x`, refreshToken: 'r' })
    expect(texts()).toEqual([])
    startSession({ token, refreshToken: 'r' })
    expect(texts()).toEqual(['Моё: waiting'])
  })
})

describe('when the page is opened again', () => {
  const kept = { attempt: '1', by: '7', place, mode: 'answer', text: 'Привет', at: '2026-03-02T09:00:00Z', state: 'sending', problem: null }

  async function opened(attachments: (string | null)[]) {
    localStorage.setItem('zayavka.outgoing', JSON.stringify([{ ...kept, attachments }]))
    vi.resetModules()
    return (await import('./outgoing')).outgoing.value
  }

  it('what was on its way waits to be sent again, with what the server has of its files', async () => {
    const [message] = await opened(['31'])
    expect(message).toMatchObject({ text: 'Привет', state: 'waiting' })
    expect(message!.attachments.map(({ id }) => id.value)).toEqual(['31'])
  })

  it('what has lost a file is not sent without it', async () => {
    const [message] = await opened(['31', null])
    expect(message).toMatchObject({ text: 'Привет', state: 'failed', problem: { field: 'attachments' } })
  })
})
