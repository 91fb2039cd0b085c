import { useRef, useState } from 'preact/hooks'
import { mutate, withIdempotencyKey } from '../../api/client'
import { given, Problem } from '../../api/problem'
import { useQuery } from '../../api/query'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { FormError } from '../../components/form-error'
import { Header } from '../../components/header'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { money } from '../../components/money'
import { Restored } from '../../components/restored'
import { Section } from '../../components/section'
import { Failure, Gone, Skeleton } from '../../components/states'
import { config } from '../../config'
import { faultsOf, isBlank, linesFrom, mostLines, totalOf, type LineValues } from '../../domain/estimate'
import { moneyTyped, mostMoney } from '../../domain/money'
import { dayOf, lastDayOf } from '../../domain/promise'
import { SaveEstimate, SendEstimate, UsedLinesQuery, type Estimate, type PricedTask } from '../../graphql/prices'
import { language } from '../../locale'
import { t } from '../../locale/prices'
import { leaveFor, parent, type TaskRoute } from '../../router'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { explainAt, useForm, type FormErrors } from '../../use-form'
import { useLast } from '../../use-last'
import { EstimateLines } from './estimate-lines'
import { usePrice } from './price'
import { sentInWords } from './words'

/** A new price is written: it begins from what was offered last. */
export function EstimateScreen({ at }: { at: TaskRoute }) {
  const { data, problem, reload } = usePrice(at.id)
  const task = useLast(data?.taskById)
  const estimates = useLast(data?.estimates)
  return (
    <>
      <Header title={t('prices.title', { id: at.id })} back={parent(at)} />
      {task && estimates ? (
        <EstimateForm task={task} newest={estimates[0] ?? null} at={at} reload={reload} />
      ) : problem?.code === 'NOT_FOUND' ? (
        <Gone text={t('task.notFound')} />
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

interface Properties {
  task: PricedTask
  newest: Estimate | null
  at: TaskRoute
  reload: () => void
}

function EstimateForm({ task, newest, at, reload }: Properties) {
  // What the form was opened with: a newer answer must not overwrite what is being typed.
  const [before, setBefore] = useState(() => contentOf(newest))
  // Which button was pressed; the main one sends.
  const asDraft = useRef(false)
  // What this form has saved, and by which attempt, where sending it failed.
  const saved = useRef<{ attempt: string; estimate: Estimate } | null>(null)
  const { customer } = task
  const form = useForm({
    initial: before,
    draft: `estimate of ${task.id}`,
    validate,
    explain: explainAt({ lines: 'lines', validUntil: 'until', version: 'version' }),
    async send(values, attempt) {
      const { version, until } = values
      try {
        if (saved.current?.attempt !== attempt) {
          const basis = saved.current?.estimate.version ?? Number(version)
          const { saveEstimate } = await mutate(
            SaveEstimate,
            { taskId: task.id, lines: linesFrom(values), validUntil: until || null, version: basis },
            withIdempotencyKey(attempt),
          )
          saved.current = { attempt, estimate: given(saveEstimate).estimate }
        }
        const { estimate } = saved.current
        if (!asDraft.current) await mutate(SendEstimate, { id: estimate.id, version: estimate.version }, withIdempotencyKey(`${attempt} sent`))
      } catch (error) {
        if (error instanceof Problem && error.code === 'CONFLICT') reload()
        throw error
      }
      telegram.haptic('success')
      toast(asDraft.current ? t('draft.saved') : customer ? sentInWords(customer) : t('draft.saved'))
      leaveFor({ ...at, screen: asDraft.current ? 'task-price' : 'task' })
    },
  })
  const { values } = form
  const theirs = contentOf(newest)
  const faults = faultsOf(values)
  const total = totalOf(values)
  const known = saved.current ? String(saved.current.estimate.version) : values.version
  const used = useQuery(UsedLinesQuery, {}).data?.estimateLines ?? []

  function submit(draft: boolean): Promise<void> {
    asDraft.current = draft
    return form.submit()
  }

  return (
    <Form submit={() => submit(customer === null)} class="estimate-form">
      <Restored form={form} />
      {/* Its own version can be told of before the answer that names it. */}
      {known !== theirs.version && !form.busy && (
        <div class="meanwhile card" role="alert">
          <p>{t('meanwhile', { text: inShort(newest) })}</p>
          <button
            type="button"
            class="row-button"
            onClick={() => {
              saved.current = null
              form.change({ version: theirs.version })
            }}
          >
            {t('conflict.keep')}
          </button>
          <button
            type="button"
            class="row-button"
            onClick={() => {
              saved.current = null
              setBefore(theirs)
              form.change(theirs)
            }}
          >
            {t('conflict.take')}
          </button>
        </div>
      )}
      <Section title={t('lines')}>
        <EstimateLines
          values={values}
          used={used}
          // Only what was refused before is complained of, and only while it is still wrong.
          faults={new Map([...faults].filter(([place]) => form.errors[`line ${place}`] !== undefined))}
          onChange={form.change}
        />
        {values.text.length < mostLines && (
          <div class="estimate-more">
            <button type="button" class="plain-button" onClick={() => form.change(withLine(values, '', ''))}>
              <Icon name="plus" />
              {t('line.add')}
            </button>
            <button type="button" class="plain-button" onClick={() => form.change(withLine(values, t('line.discount'), '−'))}>
              {t('line.discount')}
            </button>
          </div>
        )}
        <p class="balance" role="status" aria-label={t('total')}>
          <span>{t('total')}</span>
          <strong>{total === null ? '–' : money(total)}</strong>
        </p>
      </Section>
      <FormError text={form.errors.lines} />
      <Section>
        <Field type="date" label={t('valid')} hint={t('valid.hint')} {...form.field('until')} />
      </Section>
      <Section note={customer && customer.telegramId === null ? t('send.noChat.note') : undefined}>
        <button type="button" class="row-button" disabled={form.busy} onClick={() => void submit(true)}>
          {t('draft.save')}
        </button>
      </Section>
      <FormError text={form.failure} />
      <MainButton text={t(customer === null ? 'draft.save' : customer.telegramId === null ? 'send.noChat' : 'send')} busy={form.busy} />
    </Form>
  )
}

function contentOf(estimate: Estimate | null) {
  const lines = estimate?.lines ?? [{ text: '', quantity: 1, price: null }]
  const { timezone } = config.value
  // What is over already would be refused.
  const until = estimate?.validUntil && Date.parse(estimate.validUntil) > Date.now() ? dayOf(lastDayOf(estimate.validUntil, timezone)) : ''
  return {
    version: String(estimate?.version ?? 0),
    text: lines.map(({ text }) => text) as readonly string[],
    quantity: lines.map(({ quantity }) => String(quantity)) as readonly string[],
    price: lines.map(({ price }) => (price === null ? '' : moneyTyped(price, language.value))) as readonly string[],
    until,
  }
}

function withLine({ text, quantity, price }: LineValues, newText: string, newPrice: string): LineValues {
  return { text: [...text, newText], quantity: [...quantity, '1'], price: [...price, newPrice] }
}

function validate(values: LineValues): FormErrors {
  const faults = faultsOf(values)
  if (faults.size > 0) return Object.fromEntries([...faults].map(([place, fault]) => [`line ${place}`, t(`line.wrong.${fault}`)]))
  if (values.text.every((_, place) => isBlank(values, place))) return { lines: t('line.none') }
  return totalOf(values) === null ? { lines: t('line.sum', { most: money(mostMoney) }) } : {}
}

/** Another's version in a line. */
function inShort(estimate: Estimate | null): string {
  if (!estimate) return t('price.none')
  return [t(`state.${estimate.state}`), money(estimate.total, estimate.currency), ...estimate.lines.map(({ text }) => text)].join(' · ')
}
