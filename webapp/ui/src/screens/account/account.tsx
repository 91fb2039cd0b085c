import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { fromThisDevice } from '../../api/device'
import { formErrorsInWords, given } from '../../api/problem'
import { useQuery } from '../../api/query'
import { sessionOf, startSession } from '../../api/session'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { FormError } from '../../components/form-error'
import { Header } from '../../components/header'
import { Icon } from '../../components/icon'
import { Section } from '../../components/section'
import { Failure, Skeleton } from '../../components/states'
import { ChangePassword, UnlinkTelegram, UpdateUser } from '../../graphql/account'
import { MyselfQuery, SetNotify, type Member, type Notify } from '../../graphql/team'
import { t } from '../../locale/account'
import { t as common } from '../../locale/cards'
import { linkTelegram } from '../../login'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { missingOf, useForm, type FormErrors, type FormState } from '../../use-form'
import { useUnsaved } from '../../use-unsaved'
import { withToast } from '../../with-toast'

/** One's own account: how one is called, and the ways in. */
export function AccountScreen() {
  const { data, problem, reload } = useQuery(MyselfQuery, {})
  const me = data?.me
  return (
    <>
      <Header title={common('more.settings')} back={{ screen: 'more' }} />
      {me ? (
        <>
          <Profile me={me} />
          <TelegramAccount linked={me.telegramLinked} />
          <News me={me} />
          <Password linked={me.telegramLinked} />
        </>
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

function Profile({ me }: { me: Member }) {
  const form = useForm({
    initial: { name: me.name ?? '', email: me.email },
    async send({ name, email }) {
      await mutate(UpdateUser, { name: name.trim(), email: email.trim() })
      telegram.haptic('success')
      toast(t('saved'))
    },
    explain: (problem): FormErrors =>
      problem.field === 'email' ? { email: problem.code === 'CONFLICT' ? t('email.taken') : common('form.email') } : {},
  })
  const { values } = form
  useUnsaved(values.name.trim() !== (me.name ?? '') || values.email.trim() !== me.email)
  return (
    <PartForm title={t('profile')} button={t('save')} form={form}>
      <Field label={t('name')} autocomplete="name" hint={t('name.hint')} {...form.field('name')} />
      <Field label={t('email')} type="email" autocomplete="username" {...form.field('email')} />
      <FormError text={form.failure} />
    </PartForm>
  )
}

function TelegramAccount({ linked }: { linked: boolean }) {
  const note = linked || telegram.initData !== '' ? undefined : t('telegram.how')
  return (
    <Section title={t('telegram')} note={note}>
      <p class="row">{t(linked ? 'telegram.linked' : 'telegram.none')}</p>
      {linked ? (
        <button type="button" class="row-button destructive" onClick={() => void unlink()}>
          {t('telegram.unlink')}
        </button>
      ) : (
        telegram.initData !== '' && (
          <button type="button" class="row-button" onClick={() => void linkTelegram()}>
            {t('telegram.link')}
          </button>
        )
      )}
    </Section>
  )
}

const notices: readonly Notify[] = ['EVERYTHING', 'MINE', 'NOTHING']

/** Of what the bot tells the member. */
function News({ me }: { me: Member }) {
  const [, draw] = useState({})
  async function choose(notify: Notify): Promise<void> {
    const chosen = await withToast(async () => {
      await mutate(SetNotify, { notify })
      return t('notify.saved')
    })
    // The browser has moved the mark already; where the choice is refused it goes back.
    if (!chosen) draw({})
  }
  return (
    <Section title={t('notify')} note={t(me.telegramLinked ? 'notify.note' : 'notify.unlinked')}>
      <div role="radiogroup" aria-label={t('notify')}>
        {notices.map((option) => (
          <label class="row-option" key={option}>
            <input
              class="visually-hidden"
              type="radio"
              name="notify"
              checked={option === me.notify}
              onChange={() => void choose(option)}
            />
            <span>{t(`notify.${option}`)}</span>
            <Icon name="check" />
          </label>
        ))}
      </div>
    </Section>
  )
}

async function unlink(): Promise<void> {
  const agreed = await telegram.confirm({
    title: t('telegram.unlink.question'),
    text: t('telegram.unlink.text'),
    yes: t('telegram.unlink'),
    no: common('action.cancel'),
  })
  if (!agreed) return
  await withToast(async () => {
    await mutate(UnlinkTelegram, {})
    return t('telegram.unlinked')
  })
}

function Password({ linked }: { linked: boolean }) {
  const form: FormState<{ currentPassword: string; newPassword: string }> = useForm({
    initial: { currentPassword: '', newPassword: '' },
    validate: (values) => missingOf(values, common('form.required')),
    async send({ currentPassword, newPassword }) {
      const answer = await mutate(ChangePassword, { currentPassword, newPassword }, fromThisDevice())
      const tokens = given(answer.changePassword)
      const next = sessionOf(tokens)
      if (!next) {
        const refused = formErrorsInWords(tokens.errors)
        return { ...refused, ...(refused.currentPassword && { currentPassword: t('password.wrong') }) }
      }
      startSession(next)
      form.reset()
      telegram.haptic('success')
      toast(t('password.changed'))
      // The server forgets who logged in by Telegram; here it is the person who knows the password.
      if (linked) await linkTelegram()
      return undefined
    },
  })
  return (
    <PartForm title={t('password')} note={t('password.note')} button={t('password.change')} form={form}>
      <Field
        label={t('password.current')}
        type="password"
        autocomplete="current-password"
        {...form.field('currentPassword')}
      />
      <Field label={t('password.next')} type="password" autocomplete="new-password" {...form.field('newPassword')} />
      <FormError text={form.failure} />
    </PartForm>
  )
}

interface PartProperties {
  title: string
  note?: string
  button: string
  form: Pick<FormState<Record<string, string>>, 'busy' | 'submit'>
  children: ComponentChildren
}

/** One of several forms of a screen, so each has its own button. */
function PartForm({ title, note, button, form: { busy, submit }, children }: PartProperties) {
  return (
    <Form class="part" submit={submit}>
      <Section title={title} note={note}>
        {children}
        <button type="submit" class="row-button" disabled={busy} aria-busy={busy}>
          {button}
        </button>
      </Section>
    </Form>
  )
}
