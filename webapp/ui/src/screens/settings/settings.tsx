import './settings.css'
import { useQuery } from '../../api/query'
import { BotRow } from '../../components/bot-row'
import { Header } from '../../components/header'
import { Icon } from '../../components/icon'
import { Section } from '../../components/section'
import { Failure, Outdated, Skeleton } from '../../components/states'
import { statuses } from '../../domain/status'
import { BackupStateQuery, BotStateQuery, SettingsQuery, type Settings } from '../../graphql/settings'
import { t as common } from '../../locale'
import { t } from '../../locale/settings'
import { format, type Route } from '../../router'
import { Backup } from './backup-row'
import { ShopForm } from './shop-form'

/** What an owner settles about the shop. */
export function SettingsScreen() {
  const { data, problem, reload } = useQuery(SettingsQuery, {})
  // They stand above the rest, which a late answer would move.
  const { data: bot, settled: botSettled, reload: askBot } = useQuery(BotStateQuery, {})
  const { data: backup, settled: backupSettled } = useQuery(BackupStateQuery, {})
  return (
    <>
      <Header title={t('title')} back={{ screen: 'more' }} />
      {data && problem && <Outdated problem={problem} retry={reload} />}
      {data && botSettled && backupSettled ? (
        <>
          {bot && (
            <Section title={t('bot')} note={bot.botState.miniAppOffered ? undefined : t('bot.noMiniApp')}>
              <BotRow state={bot.botState} reload={askBot} />
            </Section>
          )}
          {backup && <Backup state={backup.backupState} />}
          <Texts settings={data.settings} />
          <Section title={t('words')}>
            <LinkRow to={{ screen: 'settings-stages' }} title={t('stages')} facts={t('stages.text')} />
            <LinkRow to={{ screen: 'settings-categories' }} title={t('categories')} facts={t('categories.text')} />
          </Section>
          <ShopForm settings={data.settings} />
        </>
      ) : problem && !data ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={6} />
      )}
    </>
  )
}

function Texts({ settings }: { settings: Settings }) {
  return (
    <Section title={t('texts')} note={t('texts.note')}>
      {statuses.map((status) => (
        <LinkRow
          key={status}
          to={{ screen: 'settings-text', status }}
          title={common(`status.${status}`)}
          facts={t(settings.texts.some((text) => text.status === status) ? 'texts.own' : 'texts.usual')}
        />
      ))}
    </Section>
  )
}

function LinkRow({ to, title, facts }: { to: Route; title: string; facts: string }) {
  return (
    <a class="row-link settings-link" href={format(to)}>
      <span class="row-text">
        <span class="row-title">{title}</span>
        <span class="row-facts">{facts}</span>
      </span>
      <Icon name="next" />
    </a>
  )
}
