import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { LineValues } from '../../domain/estimate'
import { t } from '../../locale/prices'
import { EstimateLines } from './estimate-lines'

afterEach(() => act(() => render(null, document.body)))

it('loses one line to a double tap on ×, not also the next, which slides under the finger', async () => {
  let values: LineValues = { text: ['экран', 'клей', 'работа'], quantity: ['1', '1', '1'], price: ['1', '2', '3'] }
  const show = () =>
    act(() =>
      render(
        <EstimateLines values={values} used={[]} faults={new Map()} onChange={(part) => (values = { ...values, ...part })} />,
        document.body,
      ),
    )
  const tap = () => act(() => document.querySelector<HTMLButtonElement>(`[aria-label="${t('line.remove', { number: 1 })}"]`)!.click())
  await show()
  await tap()
  await show()
  await tap()
  expect(values.text).toEqual(['клей', 'работа'])
})
