import { isUnproven } from '../components/customer-row'
import { reachOf } from '../domain/contact'
import type { Customer } from '../graphql/types'
import { t } from '../locale/conversation'

/** What stands between staff and a customer's chat, in words. */
export interface Barrier {
  text: string
  /** Whether nothing can be sent at all. */
  closed: boolean
}

/** `begun` is whether the customer has begun the conversation: that may be answered in a chat whose number is not confirmed. */
export function barrierTo(customer: Customer | null, begun: boolean): Barrier | null {
  if (!customer) return { text: t('composer.noCustomer'), closed: true }
  const reach = reachOf(customer)
  if (reach === 'stranger') return { text: t('composer.stranger'), closed: true }
  if (isUnproven(customer) && !begun) return { text: t('composer.unproven'), closed: true }
  return reach === 'blocked' ? { text: t('composer.blocked'), closed: false } : null
}
