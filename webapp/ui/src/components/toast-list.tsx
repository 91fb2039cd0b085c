import { config } from '../config'
import { dialAddress } from '../domain/phone'
import { t } from '../locale'
import { dismiss, toasts, type Toast } from '../toasts'
import { Icon } from './icon'
import { useSecondsUntil } from './use-seconds-until'

export function ToastList() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastLine({ toast: { id, text, kind, action, until, phone } }: { toast: Toast }) {
  const left = useSecondsUntil(until)
  return (
    <div class="toast" data-kind={kind}>
      <Icon name={kind === 'done' ? 'check' : 'warning'} />
      <span class="toast-text">{text}</span>
      {phone && (
        <a class="toast-action" href={dialAddress(phone, config.value.region)} onClick={() => dismiss(id)}>
          {t('toast.call')}
        </a>
      )}
      {action && (!until || left > 0) && (
        <button
          type="button"
          onClick={() => {
            dismiss(id)
            action.run()
          }}
        >
          {action.text}
          {/* Read aloud each second it would drown what the toast says. */}
          {until && <span aria-hidden="true"> {t('toast.left', { count: left })}</span>}
        </button>
      )}
      <button type="button" class="toast-close" aria-label={t('action.close')} onClick={() => dismiss(id)}>
        <Icon name="close" />
      </button>
    </div>
  )
}
