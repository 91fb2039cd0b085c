import { hoursInWords } from './hours'
import type { Shop } from '../../graphql/paper'

/** Whose paper it is, and how to find and call them. */
export function ShopHead({ shop }: { shop: Shop }) {
  return (
    <header class="sheet-shop">
      <p class="sheet-name">{shop.name}</p>
      <ShopPlace shop={shop} />
    </header>
  )
}

export function ShopPlace({ shop: { address, hours, phone } }: { shop: Shop }) {
  return (
    <>
      {address && <p class="sheet-address">{address}</p>}
      {(hours.length > 0 || phone) && (
        <p>
          {hoursInWords(hours)}
          {hours.length > 0 && phone && ' · '}
          {phone && <span class="sheet-phone">{phone}</span>}
        </p>
      )}
    </>
  )
}
