import { mutate, withIdempotencyKey } from '../../api/client'
import { Choice } from '../../components/choice'
import { Dialog } from '../../components/dialog'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { FormError } from '../../components/form-error'
import { money } from '../../components/money'
import { DecideEstimate, type DecisionWay, type Estimate } from '../../graphql/prices'
import { t } from '../../locale/prices'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { useForm } from '../../use-form'
import { lateInWords } from './words'

const ways: readonly DecisionWay[] = ['PHONE', 'COUNTER']

interface Properties {
  estimate: Estimate
  accepted: boolean
  onClose: () => void
}

/** Notes what the customer has said by phone or at the counter. */
export function DecisionDialog({ estimate: { id, version, total, currency }, accepted, onClose }: Properties) {
  const form = useForm({
    initial: { via: 'PHONE' as DecisionWay, comment: '' },
    explain: (problem) => ({ nonFieldErrors: lateInWords(problem) }),
    async send({ via, comment }, attempt) {
      await mutate(DecideEstimate, { id, version, accepted, via, comment: comment.trim() || null }, withIdempotencyKey(attempt))
      telegram.haptic('success')
      toast(t('decide.done'))
      onClose()
    },
  })
  return (
    <Dialog title={t(accepted ? 'decide.agreed.title' : 'decide.declined.title', { money: money(total, currency) })} onClose={onClose}>
      <Form submit={form.submit}>
        <p class="panel-label quiet">{t('decide.way')}</p>
        <Choice look="chips" label={t('decide.way')} options={ways} text={(way) => t(`decide.${way}`)} {...form.choice('via')} />
        <div class="decision-comment">
          <Field multiline label={t('decide.comment')} hint={t('decide.comment.hint')} {...form.field('comment')} />
        </div>
        <FormError text={form.failure} />
        <button type="submit" class="wide-button" disabled={form.busy}>
          {t('decide.save')}
        </button>
      </Form>
    </Dialog>
  )
}
