import { expect, it } from 'vitest'
import { faultOf } from './wording'

it('finds the places that do not exist', () => {
  expect(faultOf('Готово: № {nomer}')).toEqual({ kind: 'place', written: '{nomer}' })
  expect(faultOf('{number} { item }')).toEqual({ kind: 'place', written: '{ item }' })
  expect(faultOf('{}')).toEqual({ kind: 'place', written: '{}' })
})

it('finds the braces without a partner', () => {
  expect(faultOf('Готово: {number')).toEqual({ kind: 'brace', written: '{' })
  expect(faultOf('{{number}}')).toEqual({ kind: 'brace', written: '{' })
  expect(faultOf('{number}, item}')).toEqual({ kind: 'brace', written: '}' })
})

it('has nothing to say about the places that exist', () => {
  expect(faultOf('{number} {item} {price} {promised} {address} {hours} {phone}')).toBeNull()
  expect(faultOf('Ждём вас')).toBeNull()
})
