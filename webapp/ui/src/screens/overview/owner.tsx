import { useState } from 'preact/hooks'
import { myId } from '../../api/session'
import { useQuery } from '../../api/query'
import { BotRow } from '../../components/bot-row'
import { Icon } from '../../components/icon'
import { Section } from '../../components/section'
import { FirstStepsQuery, type FirstSteps } from '../../graphql/settings'
import { MyselfQuery } from '../../graphql/team'
import { t } from '../../locale/settings'
import { allCustomers, format, listFilter, type Route } from '../../router'
import { remember, remembered } from '../../storage'

/** Is the person an admin? What is here is for those alone. */
const useAdministers = () => useQuery(MyselfQuery, {}).data?.me?.role === 'ADMIN'

/** What is wrong with the bot, for admins. */
export function BotTrouble() {
  return useAdministers() ? <Trouble /> : null
}

function Trouble() {
  const { data, reload } = useQuery(FirstStepsQuery, {})
  if (!data?.botState.problem) return null
  return (
    <Section title={t('bot')}>
      <BotRow state={data.botState} reload={reload} />
    </Section>
  )
}

/** What a shop begins with, for admins: until all of it is done, or the list is hidden. It stands first until the work has begun. */
export function FirstDay({ begun }: { begun: boolean }) {
  return useAdministers() ? <Remaining begun={begun} /> : null
}

function Remaining({ begun }: { begun: boolean }) {
  const { data } = useQuery(FirstStepsQuery, {})
  const key = `steps-hidden.${myId()}`
  const [hidden, setHidden] = useState(() => remembered(key) !== null)
  const steps = data?.firstSteps
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
