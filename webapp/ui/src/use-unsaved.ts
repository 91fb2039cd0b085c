import { useEffect } from 'preact/hooks'
import { t } from './locale'
import { leaveGuard } from './router'
import { telegram } from './telegram'

/** While there is unsaved input, leaving the screen or closing the page asks first. */
export function useUnsaved(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    leaveGuard.value = () =>
      telegram.confirm({
        title: t('unsaved.question'),
        text: t('unsaved.text'),
        yes: t('unsaved.leave'),
        no: t('unsaved.stay'),
      })
    telegram.confirmClosing(true)
    return () => {
      leaveGuard.value = null
      telegram.confirmClosing(false)
    }
  }, [unsaved])
}
