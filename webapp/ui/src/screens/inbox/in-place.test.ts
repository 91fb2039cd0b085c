import { expect, test } from 'vitest'
import { inPlace, type Sender } from './in-place'

const here = (...keys: string[]) => new Set(keys)
const now = (...keys: string[]) => new Map(keys.map((key) => [key, [key]] as const))
const words = (senders: readonly Sender<string>[]) => senders.map(({ key, sorted }) => (sorted ? `${key} sorted` : key)).join(', ')

const shown = inPlace<string>([], now('anna', 'ilya', 'oleg'), here())

test('who a colleague has dealt with keeps the place, so that nobody moves', () => {
  expect(words(inPlace(shown, now('anna', 'oleg'), here()))).toBe('anna, ilya sorted, oleg')
})

test('who comes new is the last, also when they are put before others by the server', () => {
  expect(words(inPlace(shown, now('vera', 'anna', 'ilya', 'oleg'), here()))).toBe('anna, ilya, oleg, vera')
})

test('who was dealt with here leaves, and takes along whom colleagues have dealt with', () => {
  const after = inPlace(shown, now('anna', 'oleg'), here('anna'))
  expect(words(after)).toBe('anna, ilya sorted, oleg')
  expect(words(inPlace(after, now('oleg'), here('anna')))).toBe('oleg')
})

test('who writes again after a colleague dealt with them is there again in the same place', () => {
  const after = inPlace(shown, now('anna', 'oleg'), here())
  expect(words(inPlace(after, now('anna', 'oleg', 'ilya'), here()))).toBe('anna, ilya, oleg')
})
