import { describe, expect, it } from 'vitest'
import { addressesIn, lengthOf, sizeOf } from './file'

describe('a file', () => {
  it.each([
    [0, 'B', 0],
    [999, 'B', 999],
    [1000, 'kB', 1],
    [999_499, 'kB', 999],
    [999_500, 'MB', 1],
    [2_340_000, 'MB', 2.3],
    [34_400_000, 'MB', 34],
  ])('of %i bytes has a size in %s', (bytes, unit, count) => {
    expect(sizeOf(bytes)).toEqual({ unit, count })
  })

  it.each([
    [5, '0:05'],
    [65, '1:05'],
    [600, '10:00'],
  ])('of %i seconds is %s long', (seconds, text) => {
    expect(lengthOf(seconds)).toBe(text)
  })
})

describe('addresses in a text', () => {
  it.each([
    ['Нет их', ['Нет их']],
    ['https://maps.example/?q=1,2', ['', 'https://maps.example/?q=1,2', '']],
    ['Смотрите (https://a.example/b), ладно.', ['Смотрите (', 'https://a.example/b', '), ладно.']],
    ['javascript:alert(1) <b>', ['javascript:alert(1) <b>']],
  ])('in “%s” are those of pages alone', (text, parts) => {
    expect(addressesIn(text)).toEqual(parts)
  })
})
