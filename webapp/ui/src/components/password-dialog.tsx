import { useRef } from 'preact/hooks'
import { mutate } from '../api/client'
import { inWords } from '../api/problem'
import { fromThisDevice } from '../api/device'
import { Reauthenticate } from '../graphql/account'
import { t as common } from '../locale/cards'
import { t } from '../locale/account'
import { missingOf, useForm } from '../use-form'
import { Dialog } from './dialog'
import { Field } from './field'
import { Form } from './form'
import { FormError } from './form-error'

/** Asks for one's own password before what gives lasting access; `onClose` is told whether it was right. */
export function PasswordDialog({ onClose }: { onClose: (given: boolean) => void }) {
  const given = useRef(false)
  const element = useRef<HTMLFormElement>(null)
  const { problem, ...form } = useForm({
    initial: { currentPassword: '' },
    validate: (values) => missingOf(values, common('form.required')),
    async send({ currentPassword }) {
      await mutate(Reauthenticate, { currentPassword }, fromThisDevice())
      given.current = true
      element.current?.closest('dialog')?.close()
      return null
    },
  })
  const field = form.field('currentPassword')
  const wrong = problem?.field === 'currentPassword'
  return (
    <Dialog title={t('confirm.title')} onClose={() => onClose(given.current)}>
      <Form element={element} submit={form.submit}>
        <p class="panel-note">{t('confirm.text')}</p>
        <Field
          first
          label={t('confirm.password')}
          type="password"
          autocomplete="current-password"
          {...field}
          error={field.error ?? (wrong ? t('password.wrong') : undefined)}
        />
        <FormError text={problem && !wrong ? inWords(problem) : undefined} />
        <button type="submit" class="wide-button" disabled={form.busy} aria-busy={form.busy}>
          {t('confirm.submit')}
        </button>
      </Form>
    </Dialog>
  )
}
