import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { mutate } from '../api/client'
import { fromThisDevice } from '../api/device'
import { formErrorsInWords, inWords } from '../api/problem'
import { useQuery } from '../api/query'
import { sessionOf, startSession } from '../api/session'
import { Field } from '../components/field'
import { FormError } from '../components/form-error'
import { Header } from '../components/header'
import { Section } from '../components/section'
import { Failure, Skeleton } from '../components/states'
import { ChangePassword, UnlinkTelegram, UpdateUser } from '../graphql/account'
import { MyselfQuery, type Member } from '../graphql/team'
import { t } from '../locale/account'
import { t as common } from '../locale/cards'
import { linkTelegram } from '../login'
import { telegram } from '../telegram'
import { toast } from '../toasts'
import { useSubmit } from '../use-submit'
import { useUnsaved } from '../use-unsaved'
import { withToast } from '../with-toast'

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
  const [name, setName] = useState(me.name ?? '')
  const [email, setEmail] = useState(me.email)
  useUnsaved(name.trim() !== (me.name ?? '') || email.trim() !== me.email)
  const { busy, problem, submit } = useSubmit(async () => {
    await mutate(UpdateUser, { name: name.trim(), email: email.trim() })
    telegram.haptic('success')
    toast(t('saved'))
  })
  const emailProblem = problem?.field !== 'email' ? undefined : problem.code === 'CONFLICT' ? t('email.taken') : common('form.email')
  return (
    <Form title={t('profile')} button={t('save')} busy={busy} submit={submit}>
      <Field label={t('name')} autocomplete="name" hint={t('name.hint')} value={name} onInput={setName} />
      <Field
        label={t('email')}
        type="email"
        autocomplete="username"
        value={email}
        onInput={setEmail}
        error={emailProblem}
      />
      <FormError text={problem && !emailProblem ? inWords(problem) : undefined} />
    </Form>
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
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNew] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const { busy, problem, submit } = useSubmit(async () => {
    const missing = {
      ...(currentPassword === '' && { currentPassword: common('form.required') }),
      ...(newPassword === '' && { newPassword: common('form.required') }),
    }
    setErrors(missing)
    if (Object.keys(missing).length > 0) return
    const { changePassword } = await mutate(ChangePassword, { currentPassword, newPassword }, fromThisDevice())
    const next = sessionOf(changePassword)
    if (!next) {
      const refused = formErrorsInWords(changePassword.errors)
      setErrors({ ...refused, ...(refused.currentPassword && { currentPassword: t('password.wrong') }) })
      return
    }
    startSession(next)
    setCurrent('')
    setNew('')
    telegram.haptic('success')
    toast(t('password.changed'))
    // The server forgets who logged in by Telegram; here it is the person who knows the password.
    if (linked) await linkTelegram()
  })
  return (
    <Form title={t('password')} note={t('password.note')} button={t('password.change')} busy={busy} submit={submit}>
      <Field
        label={t('password.current')}
        type="password"
        autocomplete="current-password"
        value={currentPassword}
        onInput={setCurrent}
        error={errors.currentPassword}
      />
      <Field
        label={t('password.next')}
        type="password"
        autocomplete="new-password"
        value={newPassword}
        onInput={setNew}
        error={errors.newPassword}
      />
      <FormError text={problem ? inWords(problem) : undefined} />
    </Form>
  )
}

interface FormProperties {
  title: string
  note?: string
  button: string
  busy: boolean
  submit: () => Promise<void>
  children: ComponentChildren
}

/** One of several forms of a screen, so each has its own button. */
function Form({ title, note, button, busy, submit, children }: FormProperties) {
  return (
    <form
      class="part"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Section title={title} note={note}>
        {children}
        <button type="submit" class="row-button" disabled={busy} aria-busy={busy}>
          {button}
        </button>
      </Section>
    </form>
  )
}
