import { describe, expect, it } from 'vitest'
import type { CustomerCard } from '../graphql/types'
import { consequences } from './merge'

const card: CustomerCard = {
  __typename: 'CustomerType',
  id: '1',
  telegramId: null,
  phone: '8 917 000-99-00',
  phoneInternational: '+79170009900',
  name: 'Анна',
  reachable: null,
  language: null,
  verified: false,
  note: null,
  createdTime: '2026-03-02T09:00:00Z',
  mutedAt: null, erasureTime: null,
  phoneClaims: [],
  taskConnection: { totalCount: 0 },
}
const keys = (goes: Partial<CustomerCard>, stays: Partial<CustomerCard> = {}) =>
  consequences({ ...card, ...goes }, { ...card, id: '2', ...stays }).map(({ key }) => key)

describe('a merge', () => {
  it('says how many tasks move', () => {
    expect(consequences({ ...card, taskConnection: { totalCount: 3 } }, card)[0]).toEqual({
      key: 'tasks',
      parameters: { count: 3 },
    })
    expect(keys({})).toEqual(['noTasks', 'phone'])
  })

  it('takes over what the card that stays lacks', () => {
    expect(keys({}, { name: null })).toContain('name')
    expect(keys({ note: 'Звонить вечером' })).toContain('note')
    expect(keys({ telegramId: 7 })).toContain('telegram')
  })

  it('warns when both cards have a chat', () => {
    expect(keys({ telegramId: 7 }, { telegramId: 8 })).toContain('twoTelegrams')
  })
})
