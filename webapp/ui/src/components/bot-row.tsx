import { useEffect } from 'preact/hooks'
import type { BotState } from '../graphql/settings'
import { t } from '../locale/settings'
import { Icon } from './icon'

interface Properties {
  state: BotState
  reload: () => void
}

/** How often it is asked again while something is wrong, in milliseconds. */
const again = 10_000

/** How the bot is: that it works, or what is wrong and what to do, with what Telegram says below for who knows more. */
export function BotRow({ state: { problem, says }, reload }: Properties) {
  useEffect(() => {
    if (!problem) return
    const timer = setInterval(reload, again)
    return () => clearInterval(timer)
  }, [problem, reload])
  return (
    <div class={`row-link row-setting ${problem ? 'bot-fails' : ''}`} role={problem ? 'alert' : undefined}>
      <Icon name={problem ? 'warning' : 'telegram'} />
      <span class="row-text">
        <span class="row-title">{t(problem ? `bot.${problem}` : 'bot.works')}</span>
        {problem && <span class="row-facts">{t(`bot.${problem}.text`)}</span>}
        {problem && says && (
          <span class="row-facts" lang="en">
            {says}
          </span>
        )}
      </span>
    </div>
  )
}
