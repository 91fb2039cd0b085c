import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { t } from '../locale'
import { Icon } from './icon'
import { useBack } from './use-back'

interface Properties {
  title: string
  onClose: () => void
  children: ComponentChildren
}

/** A panel over the page; Escape, Telegram's "back" and a tap beside it close it, and the focus goes back to where it was. */
export function Dialog({ title, onClose, children }: Properties) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useBack(() => dialog.current?.close())
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      class="confirm panel"
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        // A hand that slips beside it must not lose what is typed.
        if (event.target === event.currentTarget && !hasText(event.currentTarget)) event.currentTarget.close()
      }}
    >
      <div class="panel-head">
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          class="round-button"
          aria-label={t('action.close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  )
}

function hasText(dialog: HTMLDialogElement): boolean {
  const fields = dialog.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  return [...fields].some(({ type, readOnly, value }) => !readOnly && value !== '' && !['radio', 'checkbox', 'date', 'file'].includes(type))
}
