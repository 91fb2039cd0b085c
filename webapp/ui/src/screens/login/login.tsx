import './gate.css'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { fromThisDevice } from '../../api/device'
import { formErrorsInWords, given } from '../../api/problem'
import { useQuery } from '../../api/query'
import { sessionEnded } from '../../api/session'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { FormError } from '../../components/form-error'
import { MainButton } from '../../components/main-button'
import { Skeleton } from '../../components/states'
import { config } from '../../config'
import { AccessLink, Login, Register, UseLoginLink, type Tokens } from '../../graphql/documents'
import { t } from '../../locale/login'
import { acceptTokens, linkTelegram, logInByTelegram, telegramLogin } from '../../login'
import { telegram } from '../../telegram'
import { missingOf, useForm, type FormErrors, type FormState } from '../../use-form'

export { logInAutomatically } from '../../login'

/** The way in: by Telegram's word, by email and password, or by an invite link the first time. */
export function LoginScreen() {
  return telegramLogin.value === 'running' ? <Entering /> : <ByHand />
}

/** While Telegram's word is checked: what is about to be there. */
function Entering() {
  return (
    <main class="panes">
      <Skeleton rows={6} />
    </main>
  )
}

function ByHand() {
  const address = new URLSearchParams(location.search)
  const [invite, setInvite] = useState(address.get('invite') ?? '')
  const [link, setLink] = useState(address.get('login') ?? '')
  if (link) return <ByLink kind="link" token={link} onLogin={() => setLink('')} />
  return invite ? <ByLink kind="register" token={invite} onLogin={() => setInvite('')} /> : <LoginForm />
}

/** A link that does not work any more says so before anything is filled in. */
function ByLink({ kind, token, onLogin }: { kind: 'link' | 'register'; token: string; onLogin: () => void }) {
  const { data, problem } = useQuery(AccessLink, { token })
  if (!data && !problem) return <Entering />
  if (data?.accessLink === null) {
    return (
      <main class="gate">
        <div>
          <GateHead title={t(`${kind}.title`)} text={t(`${kind}.over`)} />
          <OtherWay text={t(`${kind}.login`)} onClick={onLogin} />
        </div>
      </main>
    )
  }
  if (kind === 'link') return <NewPasswordForm link={token} onLogin={onLogin} />
  return <RegisterForm invite={token} owner={data?.accessLink.use === 'OWNER'} onLogin={onLogin} />
}

function LoginForm() {
  const form = useForm({
    initial: { email: '', password: '' },
    validate: (values) => missingOf(values, t('form.required')),
    send: async (values) => logInWith(given((await mutate(Login, values, fromThisDevice())).login)),
  })
  const stranger = telegramLogin.value === 'not_linked'
  return (
    <Gate
      title={t('login.title')}
      text={t(stranger ? 'login.telegram.once' : 'login.text')}
      news={sessionEnded.value ? t('login.ended') : undefined}
      inputs={[
        { name: 'email', label: t('login.email'), type: 'email', autocomplete: 'username' },
        { name: 'password', label: t('login.password'), type: 'password', autocomplete: 'current-password' },
      ]}
      form={form}
      button={t('login.submit')}
    >
      {telegram.initData !== '' && !stranger && <ByTelegram />}
      <p class="section-note">{t('login.forgot')}</p>
      <p class="section-note">{t('login.invite')}</p>
    </Gate>
  )
}

/** The way back for who logged out, and another try where the first did not work. */
function ByTelegram() {
  const state = telegramLogin.value
  return (
    <>
      <OtherWay text={t('login.telegram')} onClick={() => void logInByTelegram()} />
      <FormError text={typeof state === 'object' ? state.problem : undefined} />
    </>
  )
}

function RegisterForm({ invite, owner, onLogin }: { invite: string; owner: boolean; onLogin: () => void }) {
  const form = useForm({
    initial: { name: '', email: '', password1: '', password2: '' },
    validate: (values) => ({
      ...missingOf(values, t('form.required')),
      ...(values.name.trim() === '' && { name: t('register.name.missing') }),
    }),
    send: async (values) => logInByLink(given((await mutate(Register, { ...values, invite })).register)),
  })
  return (
    <Gate
      title={t('register.title')}
      text={t(owner ? 'register.text.owner' : 'register.text')}
      inputs={[
        { name: 'name', label: t('register.name'), type: 'text', autocomplete: 'name' },
        { name: 'email', label: t('login.email'), type: 'email', autocomplete: 'username' },
        { name: 'password1', label: t('register.password'), type: 'password', autocomplete: 'new-password' },
        { name: 'password2', label: t('register.repeat'), type: 'password', autocomplete: 'new-password' },
      ]}
      form={form}
      refusal={form.errors.invite}
      button={t('register.submit')}
    >
      <OtherWay text={t('register.login')} onClick={onLogin} />
    </Gate>
  )
}

/** For who got a login link from an administrator. */
function NewPasswordForm({ link, onLogin }: { link: string; onLogin: () => void }) {
  const form = useForm({
    initial: { password1: '', password2: '' },
    validate: (values) => missingOf(values, t('form.required')),
    send: async (values) => logInByLink(given((await mutate(UseLoginLink, { ...values, token: link })).useLoginLink)),
  })
  return (
    <Gate
      title={t('link.title')}
      text={t('link.text')}
      inputs={[
        { name: 'password1', label: t('link.password'), type: 'password', autocomplete: 'new-password' },
        { name: 'password2', label: t('register.repeat'), type: 'password', autocomplete: 'new-password' },
      ]}
      form={form}
      refusal={form.errors.link && t('link.over')}
      button={t('login.submit')}
    >
      <OtherWay text={t('link.login')} onClick={onLogin} />
    </Gate>
  )
}

/** Lets the person in, or says why not. */
function logInWith(tokens: Tokens): FormErrors | undefined {
  if (!acceptTokens(tokens)) return formErrorsInWords(tokens.errors)
  void linkTelegram()
  return undefined
}

/** The same for a link that works once: it leaves the address. */
function logInByLink(tokens: Tokens): FormErrors | undefined {
  const errors = logInWith(tokens)
  if (!errors) history.replaceState(null, '', location.pathname + location.hash)
  return errors
}

function OtherWay({ text, onClick }: { text: string; onClick: () => void }) {
  return (
    <p class="gate-other">
      <button type="button" class="plain-button" onClick={onClick}>
        {text}
      </button>
    </p>
  )
}

function GateHead({ title, text }: { title: string; text: string }) {
  return (
    <>
      <span class="gate-mark" aria-hidden="true">
        {[...config.value.business][0]}
      </span>
      <p class="gate-business">{config.value.business}</p>
      <h1>{title}</h1>
      <p class="gate-text">{text}</p>
    </>
  )
}

interface GateProperties<Values extends Record<string, string>> {
  title: string
  text: string
  news?: string | undefined
  inputs: { name: Parameters<FormState<Values>['field']>[0]; label: string; type: 'text' | 'email' | 'password'; autocomplete: string }[]
  form: FormState<Values>
  /** What is wrong with no field of its own. */
  refusal?: string | undefined
  button: string
  children: ComponentChildren
}

function Gate<Values extends Record<string, string>>({ title, text, news, inputs, form, refusal, button, children }: GateProperties<Values>) {
  return (
    <main class="gate">
      <Form submit={form.submit}>
        <GateHead title={title} text={text} />
        {news && <p class="gate-news" role="status">{news}</p>}
        <div class="card">
          {inputs.map(({ name, ...input }) => (
            <Field key={name} {...input} {...form.field(name)} />
          ))}
        </div>
        <FormError text={form.failure ?? refusal} />
        <MainButton text={button} busy={form.busy} />
        {children}
      </Form>
    </main>
  )
}
