import { config } from '../config'
import { dialAddress } from '../domain/phone'
import { t } from '../locale'
import { Icon } from './icon'

export function CallButton({ phone, resting }: { phone: string; resting?: boolean }) {
  const text = t('action.call', { phone })
  return (
    <a
      class="round-button"
      href={dialAddress(phone, config.value.region)}
      aria-label={text}
      title={text}
      aria-disabled={resting}
      onClick={(event) => resting && event.preventDefault()}
    >
      <Icon name="phone" />
    </a>
  )
}
