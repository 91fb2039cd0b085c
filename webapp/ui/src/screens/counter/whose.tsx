import { useQuery } from '../../api/query'
import { CustomerFace, nameOf } from '../../components/customer-row'
import { Icon } from '../../components/icon'
import { config } from '../../config'
import { looksComplete, samePhone } from '../../domain/phone'
import { CustomerSearchQuery } from '../../graphql/counter'
import type { Customer } from '../../graphql/types'
import { t } from '../../locale/counter'

/** Whose phone it may be. */
export interface Whose {
  /** The customer who has this phone. */
  known: Customer | null
  /** Customers whose phone or name holds what is typed. */
  suggestions: readonly (Customer & { phone: string })[]
  /** Nobody has it, as far as it is typed. */
  isNew: boolean
  /** The shop's text on personal data, and whether they have agreed to it already; null while it is not known who they are. */
  text: { version: string; link: string; agreed: boolean } | null
  reload: () => void
}

/** Finds out whose phone it is while it is typed. */
export function useWhose(phone: string): Whose {
  const { region } = config.value
  const { data, reload } = useQuery(CustomerSearchQuery, { search: phone.trim() }, { keep: true })
  if (!data?.customers || phone.trim() === '') return { known: null, suggestions: [], isNew: false, text: null, reload }
  const suggestions = data.customers.nodes.filter((customer): customer is typeof customer & { phone: string } => !!customer.phone)
  const known = suggestions.find((customer) => samePhone(customer.phone, phone, region)) ?? null
  const isNew = suggestions.length === 0 && looksComplete(phone)
  const { consentVersion: version, consentUrl: link } = data.settings
  const agreed = known?.consents.some((consent) => consent.version === version) ?? false
  return { known, suggestions, isNew, text: version && link && (isNew || known) ? { version, link, agreed } : null, reload }
}

/** The known customer, those that it may become, or the news that the customer is new. */
export function WhoseItIs({ whose, onPick }: { whose: Whose; onPick: (phone: string) => void }) {
  const { known, suggestions, isNew } = whose
  if (known) {
    return (
      <div class="whose" role="status" aria-label={t('taskForm.known', { name: nameOf(known) })}>
        <div class="customer-row">
          <span class="row-link">
            <CustomerFace customer={known} />
            <Icon name="check" />
          </span>
        </div>
      </div>
    )
  }
  if (suggestions.length > 0) {
    return (
      <ul class="whose" aria-label={t('taskForm.suggestions')}>
        {suggestions.map((customer) => (
          <li class="customer-row" key={customer.id}>
            <button type="button" class="row-link" onClick={() => onPick(customer.phone)}>
              <CustomerFace customer={customer} />
            </button>
          </li>
        ))}
      </ul>
    )
  }
  return isNew ? (
    <p class="row new-customer" role="status">
      {t('taskForm.new')}
    </p>
  ) : null
}
