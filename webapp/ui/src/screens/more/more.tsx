import { forgetAnswers, mutate } from '../../api/client'
import { Problem } from '../../api/problem'
import { useQuery } from '../../api/query'
import { endSession, session } from '../../api/session'
import { useAdministers } from '../../api/use-administers'
import { Header } from '../../components/header'
import { Icon } from '../../components/icon'
import { Section } from '../../components/section'
import { config } from '../../config'
import { memberName } from '../../domain/member'
import { Logout, MeQuery } from '../../graphql/documents'
import { catalogs, language, saveLanguage, type Language } from '../../locale'
import { t } from '../../locale/cards'
import { stayLoggedOut } from '../../login'
import { format, route } from '../../router'
import { telegram } from '../../telegram'
import { CounterLinks } from './counter-links'
import { TeamLinks } from './team-links'

const languageNames: Record<Language, string> = { ru: 'Русский', en: 'English' }

/** The account and the person's own settings. */
export function MoreScreen() {
  const me = useQuery(MeQuery, {}).data?.me
  const administers = useAdministers()
  return (
    <>
      <Header title={t('more.title')} subtitle={config.value.business} />
      <Section title={t('more.account')}>
        <a
          class="row-link row-setting"
          href={format({ screen: 'account' })}
          aria-current={route.value.screen === 'account' ? 'page' : undefined}
        >
          <Icon name="person" />
          <span class="row-text">
            <span class="row-title">{me ? memberName(me) : '…'}</span>
            <span class="row-facts">{t('more.settings')}</span>
          </span>
          <Icon name="next" />
        </a>
      </Section>
      <CounterLinks />
      {/* Below what is as high as it is going to be. */}
      {administers !== undefined && (
        <>
          <TeamLinks administers={administers} />
          <Section title={t('more.language')}>
            <div role="radiogroup" aria-label={t('more.language')}>
              {(Object.keys(catalogs) as Language[]).map((option) => (
                <label class="row-option" key={option} lang={option}>
                  <input
                    class="visually-hidden"
                    type="radio"
                    name="language"
                    checked={option === language.value}
                    onChange={() => {
                      telegram.haptic('selection')
                      saveLanguage(option)
                    }}
                  />
                  <span>{languageNames[option]}</span>
                  <Icon name="check" />
                </label>
              ))}
            </div>
          </Section>
          <Section>
            <button type="button" class="row-button destructive" onClick={() => void logOut()}>
              {t('more.logout')}
            </button>
          </Section>
        </>
      )}
    </>
  )
}

async function logOut(): Promise<void> {
  const agreed = await telegram.confirm({
    title: t('more.logout.question'),
    text: t(telegram.inTelegram ? 'more.logout.telegram' : 'more.logout.text'),
    yes: t('more.logout'),
    no: t('action.cancel'),
  })
  if (!agreed || session.value === null) return
  try {
    await mutate(Logout, { refreshToken: session.value.refreshToken })
  } catch (error) {
    // Out here in any case; the server forgets the token when it expires.
    if (!(error instanceof Problem)) throw error
  }
  stayLoggedOut()
  endSession('logout')
  forgetAnswers()
}
