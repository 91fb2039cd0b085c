import { chatAddress } from '../domain/phone'
import { t } from '../locale/cards'
import { telegram } from '../telegram'
import { Icon } from './icon'

/** Opens the person's own chat in Telegram, as far as they let others find them by the phone. */
export function ChatButton({ phone, international }: { phone: string; international: string }) {
  const text = t('action.chat', { phone })
  const address = chatAddress(international)
  return (
    <a
      class="round-button"
      href={address}
      aria-label={text}
      title={text}
      onClick={(event) => {
        event.preventDefault()
        telegram.openTelegramLink(address)
      }}
    >
      <Icon name="telegram" />
    </a>
  )
}
