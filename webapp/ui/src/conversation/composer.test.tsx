import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, expect, it } from 'vitest'
import { t } from '../locale/conversation'
import { Composer } from './composer'
import type { Barrier } from './reach'

const show = (barrier: Barrier | null) => act(() => render(<Composer place={{ taskId: '12' }} barrier={barrier} />, document.body))
const mode = () => document.querySelector('textarea')!.placeholder
afterEach(() => act(() => render(null, document.body)))

it('stays a note for staff when the customer can be reached all at once, until it is made an answer', async () => {
  await show({ text: 'Клиент не писал боту', closed: true })
  expect(mode()).toBe(t('composer.note.text'))
  await show(null)
  expect(mode()).toBe(t('composer.note.text'))
  await act(() => document.querySelector<HTMLInputElement>('input[value=answer]')!.click())
  expect(mode()).toBe(t('composer.answer.text'))
})

it('is an answer at first where the customer can be reached', async () => {
  await show(null)
  expect(mode()).toBe(t('composer.answer.text'))
})
