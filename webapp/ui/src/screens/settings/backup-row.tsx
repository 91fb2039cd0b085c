import { Icon } from '../../components/icon'
import { Section } from '../../components/section'
import { config } from '../../config'
import { momentInWords } from '../../domain/days'
import { sizeOf } from '../../domain/file'
import type { BackupState } from '../../graphql/settings'
import { language } from '../../locale'
import { t } from '../../locale/settings'

/** When the last backup was made and how large it is, or what is wrong and what to do. */
export function Backup({ state }: { state: BackupState }) {
  const wrong = state && (state.failure !== null || state.overdue)
  return (
    <Section title={t('backup')}>
      <div class={`row-link row-setting ${wrong ? 'bot-fails' : ''}`} role={wrong ? 'alert' : undefined}>
        <Icon name={wrong ? 'warning' : 'lock'} />
        <span class="row-text">
          <span class="row-title">{titleOf(state)}</span>
          {!state && <span class="row-facts">{t('backup.off.text')}</span>}
          {wrong && <span class="row-facts">{t(state.failure === null ? 'backup.overdue' : 'backup.failed')}</span>}
          {state && state.missingFiles > 0 && <span class="row-facts">{t('backup.missing', { count: state.missingFiles })}</span>}
          {state?.failure && (
            <span class="row-facts" lang="en">
              {state.failure}
            </span>
          )}
        </span>
      </div>
    </Section>
  )
}

function titleOf(state: BackupState): string {
  if (!state) return t('backup.off')
  if (!state.madeTime) return t('backup.none')
  const { unit, count } = sizeOf(state.size)
  const when = momentInWords(state.madeTime, config.value.timezone, language.value)
  return t('backup.made', { when, size: t(`backup.${unit}`, { count }) })
}
