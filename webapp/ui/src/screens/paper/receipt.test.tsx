import { render } from 'preact'
import { expect, it } from 'vitest'
import { Price } from './receipt'

const estimate = { __typename: 'EstimateType' as const, id: '1', currency: 'RUB' }

it.each([
  ['a part', 40_000, 60_000, 'Стоимость1 000 ₽Оплачено600 ₽, осталось 400 ₽'],
  ['all', 0, 100_000, 'Стоимость1 000 ₽Оплачено1 000 ₽, полностью'],
  ['too much', -60_000, 160_000, 'Стоимость1 000 ₽Оплачено1 600 ₽, переплата 600 ₽'],
  ['nothing', 100_000, 0, 'Стоимость1 000 ₽'],
  ['something before there is a price', null, 60_000, 'Оплачено600 ₽'],
  ['nothing, and there is no price', null, 0, ''],
])('says that %s was paid', (_, due, paid, printed) => {
  render(<Price task={{ due, paid, estimate: due === null ? null : estimate }} />, document.body)
  expect(document.body.textContent.replaceAll('\u00a0', ' ')).toBe(printed)
})
