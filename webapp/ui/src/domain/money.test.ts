import { describe, expect, it } from 'vitest'
import { moneyFrom, moneyInWords, moneyTyped } from './money'

describe('an amount that is typed', () => {
  it.each([
    ['7400', 740_000],
    ['7 400', 740_000],
    ['7\u00a0400,50', 740_050],
    ['7\u202f400,5', 740_050],
    ['7400.50', 740_050],
    ['7,400.50', 740_050],
    ['7,400', 740_000],
    ['1,234,567', 123_456_700],
    ['7 400 ₽', 740_000],
    ['7400 руб.', 740_000],
    ['7400 р.', 740_000],
    ['0,07', 7],
    ['0', 0],
    ['-500', -50_000],
    ['−500,5', -50_050],
    ['500−', -50_000],
    ['-0', 0],
    ['0,29', 29],
    ['1,15', 115],
    ['20000000', 2_000_000_000],
  ])('%s is %i hundredths', (typed, amount) => expect(Object.is(moneyFrom(typed), amount)).toBe(true))

  it.each(['', ' ', 'семь', '7.400', '7400,505', '7,40,0', '12,3456', '1e5', '--5', '-', '₽', '-7400-', '7-400', '20000000,01', '9999999999999'])(
    '%j is none',
    (typed) => expect(moneyFrom(typed)).toBeNull(),
  )
})

describe('an amount that is shown', () => {
  it.each([
    [740_000, '7\u00a0400\u00a0₽', '₽7,400'],
    [740_050, '7\u00a0400,50\u00a0₽', '₽7,400.50'],
    [7, '0,07\u00a0₽', '₽0.07'],
    [0, '0\u00a0₽', '₽0'],
    [-50_000, '−500\u00a0₽', '−₽500'],
    [123_456_789, '1\u00a0234\u00a0567,89\u00a0₽', '₽1,234,567.89'],
  ])('%i hundredths are %s and %s', (amount, ru, en) => {
    expect(moneyInWords(amount, 'RUB', 'ru')).toBe(ru)
    expect(moneyInWords(amount, 'RUB', 'en')).toBe(en)
  })

  it('has the code of a currency without a sign', () => {
    expect(moneyInWords(740_000, 'CHF', 'ru')).toBe('7\u00a0400\u00a0CHF')
    expect(moneyInWords(740_000, 'CHF', 'en')).toBe('CHF\u00a07,400')
  })

  it.each([740_000, 740_050, -50_000, 7, 0])('%i hundredths in a field are read again', (amount) => {
    for (const language of ['ru', 'en'] as const) expect(moneyFrom(moneyTyped(amount, language))).toBe(amount)
  })
})
