import { useLayoutEffect } from 'preact/hooks'
import { t } from './locale'
import { leaveGuard } from './router'
import { client } from './telegram'

/** While there is unsaved input, leaving the screen or closing the page asks first. */
export function useUnsaved(unsaved: boolean): void {
  const around = client.value
  // At once: who is told that it is saved and leaves is not asked any more.
  useLayoutEffect(() => {
    if (!unsaved) return
    leaveGuard.value = () =>
      around.confirm({
        title: t('unsaved.question'),
        text: t('unsaved.text'),
        yes: t('unsaved.leave'),
        no: t('unsaved.stay'),
      })
    around.confirmClosing(true)
    return () => {
      leaveGuard.value = null
      around.confirmClosing(false)
    }
  }, [unsaved, around])
}
