import { session } from './api/session'
import { t } from './locale/cards'
import { remember, remembered } from './storage'
import { telegram } from './telegram'
import { toast, toasts } from './toasts'

const offered = 'homeScreen'

/** Offers once to put the app on the home screen, when nothing else is being said. */
export async function offerHomeScreen(): Promise<void> {
  if (session.value === null || remembered(offered) !== null) return
  const add = await telegram.homeScreen()
  if (!add || toasts.value.length > 0) return
  remember(offered, 'yes')
  toast(t('home.offer'), { action: { text: t('home.add'), run: add } })
}
