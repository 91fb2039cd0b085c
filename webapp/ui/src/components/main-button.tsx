import { useContext, useEffect, useRef } from 'preact/hooks'
import { client } from '../telegram'
import { Visible } from '../visible'

interface Properties {
  text: string
  /** Left out in a form: there the button submits it. */
  onClick?: () => void
  busy?: boolean
  /** On a screen that the tabs belong to: with Telegram's button below them two bars would stand on each other. */
  aboveTabs?: boolean
}

/** The screen's one primary action: Telegram's own button in place of the tabs, or else one below the content. */
export function MainButton({ text, onClick, busy = false, aboveTabs = false }: Properties) {
  const drawn = useRef<HTMLButtonElement>(null)
  const native = aboveTabs ? null : client.value.mainButton
  const visible = useContext(Visible)

  useEffect(() => {
    // The hidden button knows its form, and its form knows what Enter and Telegram's button do alike.
    if (visible) native?.show({ text, busy, enabled: true, onClick: () => drawn.current?.click() })
  })
  useEffect(() => {
    if (!visible || !native) return
    const { dataset } = document.documentElement
    dataset.mainButton = 'native'
    return () => {
      delete dataset.mainButton
      native.hide()
    }
  }, [native, visible])

  return (
    <div class={native ? 'visually-hidden' : 'main-button'}>
      <button
        ref={drawn}
        type={onClick ? 'button' : 'submit'}
        onClick={onClick}
        aria-busy={busy}
        disabled={busy}
        tabIndex={native ? -1 : 0}
        aria-hidden={native ? true : undefined}
      >
        {text}
      </button>
    </div>
  )
}
