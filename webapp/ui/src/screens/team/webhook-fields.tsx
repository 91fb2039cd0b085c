import type { Problem } from '../../api/problem'
import { Field } from '../../components/field'
import { Icon } from '../../components/icon'
import { Section } from '../../components/section'
import { webhookEvents } from '../../graphql/webhooks'
import { t as common } from '../../locale'
import { t } from '../../locale/team'

interface Properties {
  url: string
  setUrl: (url: string) => void
  events: readonly string[]
  setEvents: (events: readonly string[]) => void
  /** Whether what is missing is said by now. */
  checked: boolean
  problem: Problem | null
}

/** Where to, and about what. */
export function WebhookFields({ url, setUrl, events, setEvents, checked, problem }: Properties) {
  const urlError =
    checked && url.trim() === ''
      ? common('form.required')
      : problem?.code === 'INVALID' && problem.field === 'url'
        ? t('webhook.url.invalid')
        : undefined
  return (
    <>
      <Section>
        <Field
          label={t('webhook.url')}
          type="url"
          first={url === ''}
          autocomplete="off"
          value={url}
          onInput={setUrl}
          hint={t('webhook.url.hint')}
          error={urlError}
        />
      </Section>
      <Section
        title={t('webhook.events')}
        note={checked && events.length === 0 ? <span role="alert" class="destructive">{t('webhook.events.none')}</span> : undefined}
      >
        <div role="group" aria-label={t('webhook.events')}>
          {webhookEvents.map((event) => (
            <label class="row-option" key={event}>
              <input
                class="visually-hidden"
                type="checkbox"
                checked={events.includes(event)}
                onChange={(change) =>
                  setEvents(
                    webhookEvents.filter((other) => (other === event ? change.currentTarget.checked : events.includes(other))),
                  )
                }
              />
              <span>{t(`event.${event}`)}</span>
              <Icon name="check" />
            </label>
          ))}
        </div>
      </Section>
    </>
  )
}
