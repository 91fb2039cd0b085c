import { useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { given } from '../../api/problem'
import { useQuery } from '../../api/query'
import { Form } from '../../components/form'
import { Header } from '../../components/header'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { Section } from '../../components/section'
import { Failure, Notice, Skeleton } from '../../components/states'
import { CreateWebhook, webhookEvents, WebhooksQuery } from '../../graphql/webhooks'
import { t as common } from '../../locale/cards'
import { t } from '../../locale/team'
import { format, leaveFor, navigate } from '../../router'
import { telegram } from '../../telegram'
import { useUnsaved } from '../../use-unsaved'
import { Secret } from './secret'
import { useWebhookForm, WebhookFields } from './webhook-fields'

export function WebhooksScreen() {
  const { data, problem, reload } = useQuery(WebhooksQuery, {})
  const webhooks = data?.webhooks
  return (
    <>
      <Header title={common('more.webhooks')} back={{ screen: 'more' }} />
      {!webhooks ? (
        problem ? <Failure problem={problem} retry={reload} /> : <Skeleton rows={3} />
      ) : webhooks.length === 0 ? (
        <Notice icon="empty" title={t('webhook.empty.title')} text={t('webhook.empty')} />
      ) : (
        <>
          <p class="lead">{t('webhook.text')}</p>
          <ul class="card">
            {webhooks.map((webhook) => (
              <li key={webhook.id} class="customer-row webhook-row">
                <a class="row-link" href={format({ screen: 'webhook', id: webhook.id })}>
                  <span class="row-text">
                    <span class="row-title">{webhook.url}</span>
                    <span class="row-facts">{webhook.events.map(eventInWords).join(' · ')}</span>
                  </span>
                  {!webhook.active && <span class="pill pill-CLOSED">{t('webhook.inactive')}</span>}
                  <Icon name="next" />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {webhooks && <MainButton text={t('webhook.new')} onClick={() => navigate({ screen: 'webhook-new' })} />}
    </>
  )
}

/** An event of a version that this page does not know yet is shown by its name. */
export function eventInWords(event: string): string {
  const known = [...webhookEvents, 'webhook.test' as const].find((known) => known === event)
  return known ? t(`event.${known}`) : event
}

export function WebhookNewScreen() {
  const [secret, setSecret] = useState<string | null>(null)
  const form = useWebhookForm({ url: '', events: webhookEvents }, async ({ url, events }) => {
    const { createWebhook } = await mutate(CreateWebhook, { url, events: [...events] })
    telegram.haptic('success')
    setSecret(given(createWebhook?.secret))
  })
  useUnsaved(form.values.url !== '' && secret === null)

  if (secret !== null) {
    return (
      <>
        <Header title={t('webhook.secret')} back={{ screen: 'webhooks' }} />
        <Section note={t('webhook.once')}>
          <Secret text={secret} label={t('webhook.secret')} />
        </Section>
        <MainButton text={t('link.done')} onClick={() => leaveFor({ screen: 'webhooks' })} />
      </>
    )
  }
  return (
    <>
      <Header title={t('webhook.new')} back={{ screen: 'webhooks' }} />
      <Form submit={form.submit}>
        <WebhookFields form={form} />
        <MainButton text={t('webhook.create')} busy={form.busy} />
      </Form>
    </>
  )
}
