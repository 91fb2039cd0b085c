import type { CustomerFilter } from '../graphql/customers'
import type { Customer } from '../graphql/types'
import { withoutPhoneWord } from './phone'

/** Whether the bot can write to a customer: they block it, or never wrote to it. */
export type Reach = 'reached' | 'blocked' | 'stranger'

export function reachOf({ telegramId, reachable }: Pick<Customer, 'telegramId' | 'reachable'>): Reach {
  if (telegramId === null) return 'stranger'
  return reachable === false ? 'blocked' : 'reached'
}

/** Which customers a list shows, by their reach; '' is all. */
export type Contact = Reach | ''

export const contacts: readonly Reach[] = ['reached', 'blocked', 'stranger']

export function contactFrom(text: string | null): Contact {
  return contacts.find((contact) => contact === text) ?? ''
}

export function customerFilter(search: string, contact: Contact): CustomerFilter {
  return {
    ...(search.trim() && { search: withoutPhoneWord(search.trim()) }),
    ...(contact === 'stranger' && { registered: false }),
    ...(contact === 'reached' && { registered: true, reachable: true }),
    // Who never wrote is not reachable either.
    ...(contact === 'blocked' && { registered: true, reachable: false }),
  }
}
