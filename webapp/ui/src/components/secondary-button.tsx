import { useContext, useEffect } from 'preact/hooks'
import { client } from '../telegram'
import { Visible } from '../visible'

/** The screen's second action, below it where Telegram has a button for that; elsewhere the page's own is enough. */
export function SecondaryButton({ text, onClick }: { text: string; onClick: () => void }) {
  const native = client.value.secondaryButton
  const visible = useContext(Visible)
  useEffect(() => {
    if (visible) native?.show({ text, busy: false, enabled: true, onClick })
  })
  useEffect(() => {
    if (visible) return () => native?.hide()
  }, [native, visible])
  return null
}
