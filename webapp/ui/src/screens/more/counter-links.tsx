import { Icon } from '../../components/icon'
import { Section } from '../../components/section'
import { t } from '../../locale/cards'
import { format, route } from '../../router'

/** What is printed for everybody who comes in. */
export function CounterLinks() {
  return (
    <Section>
      <a
        class="row-link row-setting"
        href={format({ screen: 'poster' })}
        aria-current={route.value.screen === 'poster' ? 'page' : undefined}
      >
        <Icon name="paper" />
        <span class="row-text">{t('more.poster')}</span>
        <Icon name="next" />
      </a>
    </Section>
  )
}
