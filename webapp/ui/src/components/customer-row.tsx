import { reachOf } from '../domain/contact'
import type { Customer } from '../graphql/types'
import { t } from '../locale'
import { customerRoute, format, route } from '../router'
import { Icon } from './icon'

export function nameOf(customer: Customer): string {
  return customer.name || customer.phone || t('customer.nameless')
}

/** A customer in a list: a tap opens the card. */
export function CustomerRow({ customer }: { customer: Customer }) {
  // The card, or a form of it.
  const at = route.value
  const current = 'id' in at && at.screen.startsWith('customer') && at.id === customer.id
  return (
    <li class="customer-row" data-current={current}>
      <a
        id={`customer-${customer.id}`}
        class="row-link"
        href={format(customerRoute(customer.id))}
        aria-current={current ? 'page' : undefined}
      >
        <CustomerFace customer={customer} />
        <Icon name="next" />
      </a>
    </li>
  )
}

/** The circle, the name and the phone, as they stand in every row about a customer. */
export function CustomerFace({ customer }: { customer: Customer }) {
  return (
    <>
      <Avatar customer={customer} />
      <span class="row-text">
        <span class="row-title">{nameOf(customer)}</span>
        <span class="row-facts">
          {customer.name ? (customer.phone ?? '') : t('customer.nameless')}
          {customer.telegramId !== null && <ReachMark customer={customer} />}
          {isUnproven(customer) && <span class="unproven">{t('customer.unproven')}</span>}
        </span>
      </span>
    </>
  )
}

/** Whether the bot writes to somebody who may have typed another's number. */
export function isUnproven({ telegramId, verified }: Customer): boolean {
  return telegramId !== null && !verified
}

function ReachMark({ customer }: { customer: Customer }) {
  const blocked = reachOf(customer) === 'blocked'
  const text = t(blocked ? 'customer.hasBlocked' : 'customer.inTelegram')
  return (
    <span class={blocked ? 'has-blocked' : 'in-telegram'} role="img" aria-label={text} title={text}>
      <Icon name={blocked ? 'warning' : 'telegram'} />
    </span>
  )
}

const colors = 7

export function Avatar({ customer }: { customer: Customer }) {
  const letters = (customer.name ?? '').match(/\p{L}/u) ? initials(customer.name!) : ''
  return (
    <span class={`avatar avatar-${Number(customer.id) % colors}`} aria-hidden="true">
      {letters || <Icon name="person" />}
    </span>
  )
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.match(/\p{L}/u)?.[0] ?? '')
    .filter(Boolean)
    .slice(0, 2)
    .join('')
    .toUpperCase()
}
