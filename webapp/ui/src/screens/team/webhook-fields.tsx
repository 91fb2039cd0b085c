import { Field } from '../../components/field'
import { FormError } from '../../components/form-error'
import { Icon } from '../../components/icon'
import { Section } from '../../components/section'
import { webhookEvents } from '../../graphql/webhooks'
import { t as common } from '../../locale'
import { t } from '../../locale/team'
import { missingOf, useForm, type FormErrors, type FormState } from '../../use-form'

export type WebhookContent = { url: string; events: readonly string[] }

/** The form of a new webhook and of a known one. */
export function useWebhookForm(initial: WebhookContent, send: (values: WebhookContent) => Promise<void>): FormState<WebhookContent> {
  return useForm({
    initial,
    validate: ({ url, events }) => ({
      ...missingOf({ url }, common('form.required')),
      ...(events.length === 0 && { events: t('webhook.events.none') }),
    }),
    explain({ code, field }): FormErrors {
      if (code === 'CONFLICT') return { nonFieldErrors: t('webhook.limit') }
      return code === 'INVALID' && field === 'url' ? { url: t('webhook.url.invalid') } : {}
    },
    send: ({ url, events }) => send({ url: url.trim(), events }),
  })
}

/** Where to, and about what. */
export function WebhookFields({ form }: { form: FormState<WebhookContent> }) {
  const { url, events } = form.values
  return (
    <>
      <Section>
        <Field
          label={t('webhook.url')}
          type="url"
          first={url === ''}
          autocomplete="off"
          hint={t('webhook.url.hint')}
          {...form.field('url')}
        />
      </Section>
      <Section
        title={t('webhook.events')}
        note={form.errors.events && <span role="alert" class="destructive">{form.errors.events}</span>}
      >
        <div role="group" aria-label={t('webhook.events')}>
          {webhookEvents.map((event) => (
            <label class="row-option" key={event}>
              <input
                class="visually-hidden"
                type="checkbox"
                checked={events.includes(event)}
                onChange={(change) =>
                  form.change({
                    events: webhookEvents.filter((other) => (other === event ? change.currentTarget.checked : events.includes(other))),
                  })
                }
              />
              <span>{t(`event.${event}`)}</span>
              <Icon name="check" />
            </label>
          ))}
        </div>
      </Section>
      <FormError text={form.failure} />
    </>
  )
}
