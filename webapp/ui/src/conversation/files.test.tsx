import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { MessageFile } from '../graphql/messages'
import { Files } from './files'

const expired = vi.fn()
let opened: string[] = []
const note = (event: Event) => {
  if (event.defaultPrevented) return
  event.preventDefault()
  opened.push((event.target as Element).closest('a')!.getAttribute('href')!)
}
beforeEach(() => {
  opened = []
  expired.mockReset()
  vi.useFakeTimers()
})
afterEach(() => {
  act(() => render(null, document.body))
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const show = (url: string) => {
  const file = { id: '1', kind: 'DOCUMENT', state: 'KEPT', name: 'чек.pdf', size: 10, mime: 'application/pdf', url } as MessageFile
  return act(() => render(<div onClick={note}><Files files={[file]} onExpired={expired} /></div>, document.body))
}
const tap = () => act(() => document.querySelector<HTMLElement>('a.paper')!.click())

it('opens a document at its address while that works', async () => {
  await show('/files/1')
  await tap()
  expect(opened).toEqual(['/files/1'])
  expect(expired).not.toHaveBeenCalled()
})

it('opens a document that has been shown for long at a new address', async () => {
  // The link of the new address is clicked outside the page.
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (this.isConnected) this.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    else opened.push(`${this.getAttribute('href')} as ${this.download}`)
  })
  await show('/files/1')
  vi.advanceTimersByTime(5 * 60_000)
  await tap()
  expect(opened).toEqual([])
  expect(expired).toHaveBeenCalledOnce()
  await show('/files/1-new')
  expect(opened).toEqual(['/files/1-new as чек.pdf'])
  await tap()
  expect(opened).toEqual(['/files/1-new as чек.pdf', '/files/1-new'])
})
