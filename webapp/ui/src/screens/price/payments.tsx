import { mutate, withIdempotencyKey } from '../../api/client'
import { useQuery } from '../../api/query'
import { Choice } from '../../components/choice'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { FormError } from '../../components/form-error'
import { Icon } from '../../components/icon'
import { momentInWords } from '../../components/moment'
import { money } from '../../components/money'
import { Section } from '../../components/section'
import { moneyFrom, moneyTyped } from '../../domain/money'
import { returnedOf } from '../../domain/payment'
import { AddPayment, PaymentUrlQuery, type Payment, type PaymentMethod, type PricedTask } from '../../graphql/prices'
import { language } from '../../locale'
import { t } from '../../locale/prices'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { explainAt, useForm } from '../../use-form'
import { withToast } from '../../with-toast'

const methods: readonly PaymentMethod[] = ['CASH', 'CARD', 'TRANSFER', 'OTHER']

/** What was paid for a task, what is left, and the next payment. */
export function Payments({ task, reload }: { task: PricedTask; reload: () => void }) {
  const { id, due, paid, payments } = task
  const returned = returnedOf(payments)
  const paymentUrl = useQuery(PaymentUrlQuery, {}).data?.settings.paymentUrl
  return (
    <Section title={t('payments')}>
      {(due !== null || paid !== 0) && <Balance due={due} paid={paid} />}
      {payments.length > 0 && (
        <ul class="payments">
          {payments.map((payment) => (
            <li key={payment.id}>
              <span class="row-text">
                <span>{money(payment.amount)}</span>
                <span class="row-facts">
                  {[payment.amount < 0 && t('payments.returned'), t(`payment.${payment.method}`), momentInWords(payment.createdTime)].filter(Boolean).join(', ')}
                </span>
              </span>
              {payment.amount > 0 && payment.amount <= paid && !returned.has(payment.id) && (
                <button
                  type="button"
                  class="round-button"
                  aria-label={t('payments.back', { money: money(payment.amount) })}
                  title={t('payments.back', { money: money(payment.amount) })}
                  onClick={() => void takeBack(id, payment, payments.length, reload)}
                >
                  <Icon name="close" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <NewPayment taskId={id} due={due} reload={reload} />
      {paymentUrl && due !== 0 && (
        <a class="row-button" href={paymentUrl} target="_blank" rel="noopener noreferrer">
          {t('payments.link')}
        </a>
      )}
    </Section>
  )
}

function Balance({ due, paid }: { due: number | null; paid: number }) {
  const [name, amount] =
    due === null ? (['payments.paid', paid] as const)
    : due > 0 ? (['payments.due', due] as const)
    : due < 0 ? (['payments.over', -due] as const)
    : (['payments.all', paid] as const)
  return (
    <p class="balance" role="status" data-done={due !== null && due <= 0}>
      <span>{t(name)}</span>
      <strong>{money(amount)}</strong>
    </p>
  )
}

function NewPayment({ taskId, due, reload }: { taskId: string; due: number | null; reload: () => void }) {
  const form = useForm({
    initial: { amount: '', method: 'CASH' as PaymentMethod },
    draft: `payment of ${taskId}`,
    validate({ amount }): Record<string, string> {
      return (moneyFrom(amount) ?? 0) > 0 ? {} : { amount: t('payments.amount.wrong') }
    },
    explain: explainAt({ amount: 'amount' }),
    async send({ amount, method }, attempt) {
      await mutate(AddPayment, { taskId, amount: moneyFrom(amount) ?? 0, method }, withIdempotencyKey(attempt))
      telegram.haptic('success')
      toast(t('payments.added'))
      form.reset()
      reload()
    },
  })
  return (
    <Form submit={form.submit} class="new-payment">
      <Field label={t('payments.amount')} inputMode="decimal" autocomplete="off" {...form.field('amount')} />
      {due !== null && due > 0 && form.values.amount === '' && (
        <button type="button" class="row-button" onClick={() => form.change({ amount: moneyTyped(due, language.value) })}>
          {t('payments.rest', { money: money(due) })}
        </button>
      )}
      <Choice look="chips" label={t('payments.method')} options={methods} text={(method) => t(`payments.${method}`)} {...form.choice('method')} />
      <FormError text={form.failure} />
      <button type="submit" class="row-button" disabled={form.busy}>
        {t('payments.add')}
      </button>
    </Form>
  )
}

async function takeBack(taskId: string, { id, amount, method }: Payment, known: number, reload: () => void): Promise<void> {
  const agreed = await telegram.confirm({
    title: t('payments.back.question', { money: money(amount) }),
    text: t('payments.back.text'),
    yes: t('payments.back.yes'),
    no: t('action.cancel'),
  })
  if (!agreed) return
  await withToast(async () => {
    await mutate(AddPayment, { taskId, amount: -amount, method }, withIdempotencyKey(`take back ${id} of ${known}`))
    return t('payments.back.done')
  })
  reload()
}
