import { signal } from '@preact/signals'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, expect, it } from 'vitest'
import { attach, type Attachment } from './attachment'
import { Attachments } from './attachments'

afterEach(() => act(() => render(null, document.body)))

it('loses one to a double tap on ×, not also the next, which slides under the finger', async () => {
  const list = signal<readonly Attachment[]>(['1.txt', '2.txt', '3.txt'].map((name) => attach(new File([], name))))
  await act(() => render(<Attachments of={list} />, document.body))
  const tap = () => act(() => document.querySelector<HTMLButtonElement>('li button:last-of-type')!.click())
  await tap()
  await tap()
  expect(list.value.map(({ file }) => file.name)).toEqual(['2.txt', '3.txt'])
})
