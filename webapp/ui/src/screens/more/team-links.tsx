import { Icon, type IconName } from '../../components/icon'
import { Section } from '../../components/section'
import { t } from '../../locale/cards'
import { format, route } from '../../router'

const links: { screen: 'settings' | 'team' | 'tokens' | 'webhooks' | 'letters' | 'moving'; icon: IconName; forAdmins: boolean }[] = [
  { screen: 'settings', icon: 'REPAIR', forAdmins: true },
  { screen: 'team', icon: 'customers', forAdmins: false },
  { screen: 'tokens', icon: 'key', forAdmins: true },
  { screen: 'webhooks', icon: 'link', forAdmins: true },
  { screen: 'letters', icon: 'warning', forAdmins: true },
  { screen: 'moving', icon: 'download', forAdmins: true },
]

/** The ways to the team and, for admins, to the shop's settings, to what programs connect with, and to what the bot could not answer. */
export function TeamLinks({ administers }: { administers: boolean }) {
  const current = route.value.screen
  return (
    <Section>
      {links
        .filter(({ forAdmins }) => administers || !forAdmins)
        .map(({ screen, icon }) => (
          <a
            key={screen}
            class="row-link row-setting"
            href={format({ screen })}
            aria-current={current.startsWith(screen.slice(0, -1)) ? 'page' : undefined}
          >
            <Icon name={icon} />
            <span class="row-text">{t(screen === 'settings' ? 'more.shop' : `more.${screen}`)}</span>
            <Icon name="next" />
          </a>
        ))}
    </Section>
  )
}
