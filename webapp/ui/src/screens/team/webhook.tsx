import { useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { given } from '../../api/problem'
import { useQuery } from '../../api/query'
import { Dialog } from '../../components/dialog'
import { Form } from '../../components/form'
import { Header } from '../../components/header'
import { MainButton } from '../../components/main-button'
import { Section } from '../../components/section'
import { Failure, Notice, Skeleton } from '../../components/states'
import { DeleteWebhook, RotateWebhookSecret, TestWebhook, UpdateWebhook, WebhooksQuery, type Webhook } from '../../graphql/webhooks'
import { t as common } from '../../locale'
import { t } from '../../locale/team'
import { leaveFor } from '../../router'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { useUnsaved } from '../../use-unsaved'
import { withToast } from '../../with-toast'
import { Deliveries } from './deliveries'
import { Secret } from './secret'
import { useWebhookForm, WebhookFields, type WebhookContent } from './webhook-fields'

export function WebhookScreen({ at }: { at: { id: string } }) {
  const { data, problem, reload } = useQuery(WebhooksQuery, {})
  const webhook = data?.webhooks?.find(({ id }) => id === at.id)
  return (
    <>
      <Header title={t('webhook.title')} subtitle={webhook && t(webhook.active ? 'webhook.active' : 'webhook.inactive')} back={{ screen: 'webhooks' }} />
      {webhook ? (
        <Card webhook={webhook} />
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : data ? (
        <Notice icon="search" title={common('tasks.nothing.title')} text={t('webhook.notFound')} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

function Card({ webhook }: { webhook: Webhook }) {
  const { id, active, disabledReason } = webhook
  const [before, setBefore] = useState<WebhookContent>(() => contentOf(webhook))
  const [secret, setSecret] = useState<string | null>(null)
  const form = useWebhookForm(before, async ({ url, events }) => {
    const { updateWebhook } = await mutate(UpdateWebhook, { id, url, events: [...events] })
    telegram.haptic('success')
    toast(t('webhook.saved'))
    const saved = contentOf(given(updateWebhook?.webhook))
    setBefore(saved)
    form.change(saved)
  })
  useUnsaved(form.changed)

  return (
    <>
      {disabledReason && (
        <p class="outdated" role="status">
          {stoppedInWords(disabledReason)}
        </p>
      )}
      <Form submit={form.submit}>
        <WebhookFields form={form} />
        {form.changed && <MainButton text={common('action.save')} busy={form.busy} />}
      </Form>
      <Section>
        {active && (
          <button type="button" class="row-button" onClick={() => void test(id)}>
            {t('webhook.test')}
          </button>
        )}
        <button type="button" class="row-button" onClick={() => void rotate(id, setSecret)}>
          {t('webhook.rotate')}
        </button>
        <button type="button" class="row-button" onClick={() => void turn(id, !active)}>
          {t(active ? 'webhook.switchOff' : 'webhook.switchOn')}
        </button>
        <button type="button" class="row-button destructive" onClick={() => void remove(id)}>
          {t('webhook.delete')}
        </button>
      </Section>
      <Deliveries webhookId={id} resendable={active} />
      {secret !== null && (
        <Dialog title={t('webhook.secret')} onClose={() => setSecret(null)}>
          <p class="panel-note">{t('webhook.once')}</p>
          <Secret text={secret} label={t('webhook.secret')} />
        </Dialog>
      )}
    </>
  )
}

function contentOf({ url, events }: Webhook): WebhookContent {
  return { url, events }
}

/** The reasons that the service gives, in the person's language. */
function stoppedInWords(reason: string): string {
  if (reason.startsWith('The endpoint answered 410')) return t('webhook.disabled.gone')
  if (reason.startsWith('Nothing was accepted for 24 hours')) return t('webhook.disabled.failing')
  return t('webhook.disabled')
}

function test(id: string): Promise<boolean> {
  return withToast(async () => {
    await mutate(TestWebhook, { id })
    return t('webhook.tested')
  })
}

async function rotate(id: string, show: (secret: string) => void): Promise<void> {
  const agreed = await telegram.confirm({
    title: t('webhook.rotate.question'),
    text: t('webhook.rotate.text'),
    yes: t('webhook.rotate'),
    no: common('action.cancel'),
  })
  if (!agreed) return
  await withToast(async () => {
    show(given((await mutate(RotateWebhookSecret, { id })).rotateWebhookSecret?.secret))
    return t('webhook.rotated')
  })
}

async function turn(id: string, active: boolean): Promise<void> {
  const agreed =
    active ||
    (await telegram.confirm({
      title: t('webhook.switchOff.question'),
      text: t('webhook.switchOff.text'),
      yes: t('webhook.switchOff'),
      no: common('action.cancel'),
    }))
  if (!agreed) return
  await withToast(async () => {
    await mutate(UpdateWebhook, { id, active })
    return t('webhook.saved')
  })
}

async function remove(id: string): Promise<void> {
  const agreed = await telegram.confirm({
    title: t('webhook.delete.question'),
    text: t('webhook.delete.text'),
    yes: common('action.delete'),
    no: common('action.cancel'),
  })
  if (!agreed) return
  const done = await withToast(async () => {
    await mutate(DeleteWebhook, { id })
    return t('webhook.deleted')
  })
  if (done) leaveFor({ screen: 'webhooks' })
}
