import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { upload } from './upload'

let request: Request

/** Sends nothing by itself. */
class Request {
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
  status = 200
  responseText = '{"id":"31"}'
  onload = () => {}
  onabort = () => {}
  onloadend = () => {}
  open() {}
  setRequestHeader() {}
  send() {
    request = this
  }
  abort() {
    this.onabort()
    this.onloadend()
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('XMLHttpRequest', Request)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const begin = () => upload(new File(['слова'], 'чек.txt'), () => {}, new AbortController().signal)

it('fails when nothing has gone out for half a minute', async () => {
  const failed = expect(begin()).rejects.toMatchObject({ code: 'OFFLINE' })
  await vi.advanceTimersByTimeAsync(30_000)
  await failed
})

it('may take as long as it goes on', async () => {
  const sent = begin()
  for (let part = 1; part <= 5; part++) {
    await vi.advanceTimersByTimeAsync(20_000)
    request.upload.onprogress!({ loaded: part, total: 5 })
  }
  request.onload()
  request.onloadend()
  expect(await sent).toBe('31')
  expect(vi.getTimerCount()).toBe(0)
})
