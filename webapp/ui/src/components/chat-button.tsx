import { config } from '../config'
import { chatAddress } from '../domain/phone'
import { t } from '../locale/cards'
import { telegram } from '../telegram'
import { Icon } from './icon'

/** Opens the person's own chat in Telegram, as far as they let others find them by the phone. */
export function ChatButton({ phone }: { phone: string }) {
  const text = t('action.chat', { phone })
  const address = chatAddress(phone, config.value.region)
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
