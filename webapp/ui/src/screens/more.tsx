import { forgetAnswers, mutate } from '../api/client'
import { Problem } from '../api/problem'
import { useQuery } from '../api/query'
import { endSession, session } from '../api/session'
import { Header } from '../components/header'
import { Section } from '../components/section'
import { TeamLinks } from '../components/team-links'
import { config } from '../config'
import { Logout, MeQuery } from '../graphql/documents'
import { catalogs, language, saveLanguage, t, type Language } from '../locale'
import { Icon } from '../components/icon'
import { telegram } from '../telegram'

const languageNames: Record<Language, string> = { ru: 'Русский', en: 'English' }

/** The account and the person's own settings. */
export function MoreScreen() {
  const { data } = useQuery(MeQuery, {})
  return (
    <>
      <Header title={t('more.title')} subtitle={config.value.business} />
      <Section title={t('more.account')}>
        <dl class="facts">
          <div>
            <dt>{t('login.email')}</dt>
            <dd>{data?.me?.email ?? '…'}</dd>
          </div>
        </dl>
      </Section>
      <TeamLinks />
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
  )
}

async function logOut(): Promise<void> {
  const agreed = await telegram.confirm({
    title: t('more.logout.question'),
    text: t('more.logout.text'),
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
  endSession('logout')
  forgetAnswers()
}
