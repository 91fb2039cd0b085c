import { useRef } from 'preact/hooks'
import { mutate } from '../api/client'
import { fromThisDevice } from '../api/device'
import { Reauthenticate } from '../graphql/account'
import { t as common } from '../locale/cards'
import { t } from '../locale/account'
import { missingOf, useForm, type FormErrors } from '../use-form'
import { Dialog } from './dialog'
import { Field } from './field'
import { Form } from './form'
import { FormError } from './form-error'

/** Asks for one's own password before what gives lasting access; `onClose` is told whether it was right. */
export function PasswordDialog({ onClose }: { onClose: (given: boolean) => void }) {
  const given = useRef(false)
  const element = useRef<HTMLFormElement>(null)
  const form = useForm({
    initial: { currentPassword: '' },
    explain: (problem): FormErrors =>
      problem.field === 'currentPassword' ? { currentPassword: t('password.wrong') } : {},
    validate: (values) => missingOf(values, common('form.required')),
    async send({ currentPassword }) {
      await mutate(Reauthenticate, { currentPassword }, fromThisDevice())
      given.current = true
      element.current?.closest('dialog')?.close()
    },
  })
  return (
    <Dialog title={t('confirm.title')} onClose={() => onClose(given.current)}>
      <Form element={element} submit={form.submit}>
        <p class="panel-note">{t('confirm.text')}</p>
        <Field
          first
          label={t('confirm.password')}
          type="password"
          autocomplete="current-password"
          {...form.field('currentPassword')}
        />
        <FormError text={form.failure} />
        <button type="submit" class="wide-button" disabled={form.busy} aria-busy={form.busy}>
          {t('confirm.submit')}
        </button>
      </Form>
    </Dialog>
  )
}
