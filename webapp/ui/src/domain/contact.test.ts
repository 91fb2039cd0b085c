import { describe, expect, it } from 'vitest'
import { contacts, customerFilter, reachOf } from './contact'

describe('whether the bot reaches a customer', () => {
  it.each([
    [{ telegramId: null, reachable: null }, 'stranger'],
    [{ telegramId: 7, reachable: true }, 'reached'],
    [{ telegramId: 7, reachable: false }, 'blocked'],
    [{ telegramId: 7, reachable: null }, 'reached'],
  ] as const)('of %o is %s', (customer, reach) => {
    expect(reachOf(customer)).toBe(reach)
  })

  it('chooses the customers whom the API would call so', () => {
    expect(contacts.map((contact) => customerFilter('', contact))).toEqual([
      { registered: true, reachable: true },
      { registered: true, reachable: false },
      { registered: false },
    ])
    expect(customerFilter(' Анна ', '')).toEqual({ search: 'Анна' })
  })
})
