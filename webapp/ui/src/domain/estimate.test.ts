import { describe, expect, it } from 'vitest'
import { faultsOf, linesFrom, totalOf } from './estimate'

const values = (...lines: [string, string, string][]) => ({
  text: lines.map(([text]) => text),
  quantity: lines.map(([, quantity]) => quantity),
  price: lines.map(([, , price]) => price),
})

describe('the lines of an estimate', () => {
  it('are read without those in which nothing is typed', () => {
    const typed = values(['Экран ', '2', '3 500,50'], ['', '1', ''], ['Скидка', '', '−1'])
    expect(faultsOf(typed).size).toBe(0)
    expect(linesFrom(typed)).toEqual([
      { text: 'Экран', quantity: 2, price: 350_050 },
      { text: 'Скидка', quantity: 1, price: -100 },
    ])
    expect(totalOf(typed)).toBe(700_000)
  })

  it('say which of them is wrong, and where', () => {
    const typed = values(['', '1', '5'], ['Экран', '0', '5'], ['Экран', '10001', '5'], ['Экран', '1', ''], ['Экран', '1', 'семь'], ['Экран', '1', '0'])
    expect([...faultsOf(typed)]).toEqual([[0, 'text'], [1, 'quantity'], [2, 'quantity'], [3, 'price'], [4, 'price']])
  })

  it('have a total of what is typed so far, and none of what cannot be read', () => {
    expect(totalOf(values(['Экран', '1', '5 000'], ['Скидка', '1', '−'], ['', '', '']))).toBe(500_000)
    expect(totalOf(values(['Экран', '1', '5 000'], ['Работа', '1', 'семь']))).toBeNull()
    expect(totalOf(values(['Экран', 'два', '5 000']))).toBeNull()
    expect(totalOf(values(['Экран', '1', '5 000'], ['', '0', '']))).toBe(500_000)
  })

  it('have no total beyond the bounds', () => {
    expect(totalOf(values(['Экран', '1', '5 000'], ['Работа', '1', ''], ['', '1', '20']))).toBe(502_000)
    expect(totalOf(values(['Скидка', '1', '−1']))).toBeNull()
    expect(totalOf(values(['Экран', '2', '20000000']))).toBeNull()
  })
})
