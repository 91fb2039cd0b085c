import { useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { given, inWords } from '../../api/problem'
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
import { useSubmit } from '../../use-submit'
import { useUnsaved } from '../../use-unsaved'
import { Secret } from './secret'
import { WebhookFields } from './webhook-fields'

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
  const [url, setUrl] = useState('')
  const [events, setEvents] = useState<readonly string[]>(webhookEvents)
  const [checked, setChecked] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)

  useUnsaved(url !== '' && secret === null)
  const { busy, problem, submit } = useSubmit(async () => {
    setChecked(true)
    if (url.trim() === '' || events.length === 0) return
    const { createWebhook } = await mutate(CreateWebhook, { url: url.trim(), events: [...events] })
    telegram.haptic('success')
    setSecret(given(createWebhook?.secret))
  })

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
      <Form submit={submit}>
        <WebhookFields {...{ url, setUrl, events, setEvents, checked, problem }} />
        {problem?.code === 'CONFLICT' && (
          <p class="form-error" role="alert">
            {t('webhook.limit')}
          </p>
        )}
        {problem && problem.code !== 'CONFLICT' && problem.field !== 'url' && (
          <p class="form-error" role="alert">
            {inWords(problem)}
          </p>
        )}
        <MainButton text={t('webhook.create')} busy={busy} />
      </Form>
    </>
  )
}
