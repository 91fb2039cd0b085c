import { useRef, useState } from 'preact/hooks'
import { mutate } from '../api/client'
import { inWords } from '../api/problem'
import { fromThisDevice } from '../api/device'
import { Reauthenticate } from '../graphql/account'
import { t as common } from '../locale/cards'
import { t } from '../locale/account'
import { useSubmit } from '../use-submit'
import { Dialog } from './dialog'
import { Field } from './field'
import { FormError } from './form-error'

/** Asks for one's own password before what gives lasting access; `onClose` is told whether it was right. */
export function PasswordDialog({ onClose }: { onClose: (given: boolean) => void }) {
  const [currentPassword, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const given = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const { busy, problem, submit } = useSubmit(async () => {
    setMissing(currentPassword === '')
    if (currentPassword === '') return
    await mutate(Reauthenticate, { currentPassword }, fromThisDevice())
    given.current = true
    form.current?.closest('dialog')?.close()
  })
  const wrong = problem?.field === 'currentPassword'
  return (
    <Dialog title={t('confirm.title')} onClose={() => onClose(given.current)}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p class="panel-note">{t('confirm.text')}</p>
        <Field
          first
          label={t('confirm.password')}
          type="password"
          autocomplete="current-password"
          value={currentPassword}
          onInput={setPassword}
          error={missing ? common('form.required') : wrong ? t('password.wrong') : undefined}
        />
        <FormError text={problem && !wrong ? inWords(problem) : undefined} />
        <button type="submit" class="wide-button" disabled={busy} aria-busy={busy}>
          {t('confirm.submit')}
        </button>
      </form>
    </Dialog>
  )
}
