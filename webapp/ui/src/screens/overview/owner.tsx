import { useState } from 'preact/hooks'
import { myId } from '../../api/session'
import { useQuery } from '../../api/query'
import { useAdministers } from '../../api/use-administers'
import { BotRow } from '../../components/bot-row'
import { Icon } from '../../components/icon'
import { Section } from '../../components/section'
import { FirstStepsQuery, type BotState, type FirstSteps } from '../../graphql/settings'
import { t } from '../../locale/settings'
import { allCustomers, format, listFilter, type Route } from '../../router'
import { remember, remembered } from '../../storage'

/**
 * What is for admins alone: how the bot is, and what is left of the first day. It stands above the rest,
 * so until it is `known` whether there is any, nothing is drawn below.
 */
export function useOwner() {
  const administers = useAdministers()
  const { data, settled, reload } = useQuery(FirstStepsQuery, {}, { pause: !administers })
  return { ...data, known: administers === false || settled, reload }
}

/** What is wrong with the bot. */
export function BotTrouble({ state, reload }: { state: BotState | undefined; reload: () => void }) {
  if (!state?.problem) return null
  return (
    <Section title={t('bot')}>
      <BotRow state={state} reload={reload} />
    </Section>
  )
}

/** What a shop begins with: until all of it is done, or the list is hidden. It stands first until the work has begun. */
export function FirstDay({ steps, begun }: { steps: FirstSteps | undefined; begun: boolean }) {
  const key = `steps-hidden.${myId()}`
  const [hidden, setHidden] = useState(() => remembered(key) !== null)
  if (!steps || hidden || steps.taskTaken !== begun || !Object.values(steps).includes(false)) return null
  return (
    <Steps
      steps={steps}
      hide={() => {
        remember(key, 'yes')
        setHidden(true)
      }}
    />
  )
}

function Steps({ steps, hide }: { steps: FirstSteps; hide: () => void }) {
  const lines: { step: keyof FirstSteps; to: Route }[] = [
    { step: 'botWorks', to: { screen: 'settings' } },
    { step: 'telegramLinked', to: { screen: 'account' } },
    { step: 'shopDescribed', to: { screen: 'settings' } },
    { step: 'colleagueInvited', to: { screen: 'team' } },
    { step: 'taskTaken', to: { screen: 'task-new', phone: '', filter: listFilter() } },
    { step: 'customerConnected', to: allCustomers },
  ]
  return (
    <Section title={t('steps')}>
      {lines.map(({ step, to }) => (
        <a key={step} class={`row-link row-setting ${steps[step] ? 'step-done' : ''}`} href={format(to)}>
          <Icon name={steps[step] ? 'check' : 'next'} />
          <span class="row-text">
            {t(`steps.${step}`)}
            {steps[step] && <span class="visually-hidden">{t('steps.done')}</span>}
          </span>
        </a>
      ))}
      <button type="button" class="row-button" onClick={hide}>
        {t('steps.hide')}
      </button>
    </Section>
  )
}
