import '../styles/gate.css'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { mutate } from '../api/client'
import { fromThisDevice } from '../api/device'
import { formErrorsInWords, inWords } from '../api/problem'
import { sessionEnded } from '../api/session'
import { Field } from '../components/field'
import { FormError } from '../components/form-error'
import { MainButton } from '../components/main-button'
import { Skeleton } from '../components/states'
import { config } from '../config'
import { Login, Register, UseLoginLink } from '../graphql/documents'
import { t } from '../locale/login'
import { acceptTokens, linkTelegram, logInByTelegram, telegramLogin } from '../login'
import { telegram } from '../telegram'
import { useSubmit } from '../use-submit'

export { logInAutomatically } from '../login'

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
  if (link) return <NewPasswordForm link={link} onLogin={() => setLink('')} />
  return invite ? <RegisterForm invite={invite} onLogin={() => setInvite('')} /> : <LoginForm />
}

function LoginForm() {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})

  const { busy, problem, submit } = useSubmit(async () => {
    const missing = required({ email, password })
    setErrors(missing)
    if (Object.keys(missing).length > 0) return
    const { login } = await mutate(Login, { email, password }, fromThisDevice())
    if (acceptTokens(login)) void linkTelegram()
    else setErrors(formErrorsInWords(login.errors))
  })

  const stranger = telegramLogin.value === 'not_linked'
  return (
    <Gate title={t('login.title')} text={t(stranger ? 'login.telegram.once' : 'login.text')} submit={submit}>
      {sessionEnded.value && <p class="gate-news" role="status">{t('login.ended')}</p>}
      <div class="card">
        <Field
          label={t('login.email')}
          type="email"
          autocomplete="username"
          value={email}
          onInput={setEmail}
          error={errors.email}
        />
        <Field
          label={t('login.password')}
          type="password"
          autocomplete="current-password"
          value={password}
          onInput={setPassword}
          error={errors.password}
        />
      </div>
      <FormError text={problem ? inWords(problem) : errors.nonFieldErrors} />
      <MainButton text={t('login.submit')} busy={busy} />
      {telegram.initData !== '' && !stranger && <ByTelegram />}
      <p class="section-note">{t('login.invite')}</p>
    </Gate>
  )
}

/** The way back for who logged out, and another try where the first did not work. */
function ByTelegram() {
  const state = telegramLogin.value
  return (
    <>
      <p class="gate-other">
        <button type="button" class="plain-button" onClick={() => void logInByTelegram()}>
          {t('login.telegram')}
        </button>
      </p>
      <FormError text={typeof state === 'object' ? state.problem : undefined} />
    </>
  )
}

function RegisterForm({ invite, onLogin }: { invite: string; onLogin: () => void }) {
  const [email, setEmail] = useState('')
  const [password1, setPassword1] = useState('')
  const [password2, setPassword2] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})

  const { busy, problem, submit } = useSubmit(async () => {
    const missing = required({ email, password1, password2 })
    setErrors(missing)
    if (Object.keys(missing).length > 0) return
    const { register } = await mutate(Register, { email, password1, password2, invite })
    if (acceptTokens(register)) {
      history.replaceState(null, '', location.pathname + location.hash)
      void linkTelegram()
    } else {
      setErrors(formErrorsInWords(register.errors))
    }
  })

  return (
    <Gate title={t('register.title')} text={t('register.text')} submit={submit}>
      <div class="card">
        <Field
          label={t('login.email')}
          type="email"
          autocomplete="username"
          value={email}
          onInput={setEmail}
          error={errors.email}
        />
        <Field
          label={t('register.password')}
          type="password"
          autocomplete="new-password"
          value={password1}
          onInput={setPassword1}
          error={errors.password1}
        />
        <Field
          label={t('register.repeat')}
          type="password"
          autocomplete="new-password"
          value={password2}
          onInput={setPassword2}
          error={errors.password2}
        />
      </div>
      <FormError text={problem ? inWords(problem) : (errors.nonFieldErrors ?? errors.invite)} />
      <MainButton text={t('register.submit')} busy={busy} />
      <p class="gate-other">
        <button type="button" class="plain-button" onClick={onLogin}>
          {t('register.login')}
        </button>
      </p>
    </Gate>
  )
}

/** For who got a login link from an administrator. */
function NewPasswordForm({ link, onLogin }: { link: string; onLogin: () => void }) {
  const [password1, setPassword1] = useState('')
  const [password2, setPassword2] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})

  const { busy, problem, submit } = useSubmit(async () => {
    const missing = required({ password1, password2 })
    setErrors(missing)
    if (Object.keys(missing).length > 0) return
    const { useLoginLink } = await mutate(UseLoginLink, { token: link, password1, password2 })
    if (acceptTokens(useLoginLink)) {
      history.replaceState(null, '', location.pathname + location.hash)
      void linkTelegram()
    } else {
      setErrors(formErrorsInWords(useLoginLink.errors))
    }
  })

  return (
    <Gate title={t('link.title')} text={t('link.text')} submit={submit}>
      <div class="card">
        <Field
          label={t('link.password')}
          type="password"
          autocomplete="new-password"
          value={password1}
          onInput={setPassword1}
          error={errors.password1}
        />
        <Field
          label={t('register.repeat')}
          type="password"
          autocomplete="new-password"
          value={password2}
          onInput={setPassword2}
          error={errors.password2}
        />
      </div>
      <FormError text={problem ? inWords(problem) : errors.link && t('link.over')} />
      <MainButton text={t('login.submit')} busy={busy} />
      <p class="gate-other">
        <button type="button" class="plain-button" onClick={onLogin}>
          {t('link.login')}
        </button>
      </p>
    </Gate>
  )
}

interface GateProperties {
  title: string
  text: string
  submit: () => Promise<void>
  children: ComponentChildren
}

function Gate({ title, text, submit, children }: GateProperties) {
  return (
    <main class="gate">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <span class="gate-mark" aria-hidden="true">
          {[...config.value.business][0]}
        </span>
        <p class="gate-business">{config.value.business}</p>
        <h1>{title}</h1>
        <p class="gate-text">{text}</p>
        {children}
      </form>
    </main>
  )
}

function required(fields: Record<string, string>): Record<string, string> {
  const missing = Object.entries(fields).filter(([, value]) => value.trim() === '')
  return Object.fromEntries(missing.map(([name]) => [name, t('form.required')]))
}
