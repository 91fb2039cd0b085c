import { useState } from 'preact/hooks'
import { mutate, withIdempotencyKey } from '../../api/client'
import { given, inWords } from '../../api/problem'
import { useQuery } from '../../api/query'
import { Choice } from '../../components/choice'
import { CustomerFace, nameOf } from '../../components/customer-row'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { FormError } from '../../components/form-error'
import { Header } from '../../components/header'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { Restored } from '../../components/restored'
import { Section } from '../../components/section'
import { config } from '../../config'
import { looksComplete, samePhone } from '../../domain/phone'
import { categories } from '../../domain/status'
import { CreateTask, CustomerSearchQuery } from '../../graphql/tasks'
import type { Category, Customer } from '../../graphql/types'
import { t } from '../../locale/cards'
import { leaveFor, parent, taskRoute, type Route } from '../../router'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { useDraft } from '../../use-draft'
import { useSubmit } from '../../use-submit'

/** A new task: whose phone it is shows while it is typed. */
export function TaskNewScreen({ at }: { at: Extract<Route, { screen: 'task-new' }> }) {
  const draft = useDraft(`task for ${at.phone}`, { phone: at.phone, category: 'OTHER' as Category, description: '' })
  const { phone, category, description } = draft.content
  const setPhone = (phone: string) => draft.change({ phone })
  const [missing, setMissing] = useState(false)

  const { busy, problem, submit } = useSubmit(async () => {
    setMissing(phone.trim() === '')
    if (phone.trim() === '') return
    const taskData = { customerPhone: phone, category, description }
    const { createTask } = await mutate(CreateTask, { taskData }, withIdempotencyKey(draft.attempt))
    const { id } = given(createTask?.task)
    telegram.haptic('success')
    toast(t('task.created.toast', { id }))
    leaveFor(taskRoute(id, at.filter))
  })
  const aboutPhone = problem?.field === 'customerPhone' || problem?.field === 'phone'
  const aboutDescription = problem?.field === 'description'
  const elsewhere = problem && !aboutPhone && !aboutDescription

  return (
    <>
      <Header title={t('tasks.new')} back={parent(at)} />
      <Form submit={submit}>
        <Restored draft={draft} />
        <Section>
          <Field
            label={t('taskForm.phone')}
            type="tel"
            autocomplete="off"
            first={at.phone === ''}
            value={phone}
            onInput={setPhone}
            hint={t('taskForm.phone.hint')}
            error={missing && phone.trim() === '' ? t('taskForm.phone.missing') : aboutPhone ? inWords(problem) : undefined}
          />
          <WhoseItIs phone={phone} onPick={setPhone} />
        </Section>
        <Section title={t('task.category')}>
          <Choice
            look="chips"
            label={t('task.category')}
            options={categories}
            chosen={category}
            text={(category) => t(`category.${category}`)}
            onChoose={(category) => draft.change({ category })}
          />
        </Section>
        <Section>
          <Field
            multiline
            label={t('task.description')}
            placeholder={t('taskForm.description.hint')}
            value={description}
            onInput={(description) => draft.change({ description })}
            error={aboutDescription ? inWords(problem) : undefined}
          />
        </Section>
        <FormError text={elsewhere ? inWords(problem) : undefined} />
        <MainButton text={t('taskForm.create')} busy={busy} />
      </Form>
    </>
  )
}

/** The known customer with this phone, those it may become, or the news that the customer is new. */
function WhoseItIs({ phone, onPick }: { phone: string; onPick: (phone: string) => void }) {
  const { region } = config.value
  const { data } = useQuery(CustomerSearchQuery, { search: phone.trim() }, { keep: true })
  if (!data?.customers || phone.trim() === '') return null

  const withPhone = data.customers.nodes.filter((customer): customer is Customer & { phone: string } => !!customer.phone)
  const known = withPhone.find((customer) => samePhone(customer.phone, phone, region))
  if (known) {
    return (
      <div class="whose" role="status" aria-label={t('taskForm.known', { name: nameOf(known) })}>
        <div class="customer-row">
          <span class="row-link">
            <CustomerFace customer={known} />
            <Icon name="check" />
          </span>
        </div>
      </div>
    )
  }
  if (withPhone.length > 0) {
    return (
      <ul class="whose" aria-label={t('taskForm.suggestions')}>
        {withPhone.map((customer) => (
          <li class="customer-row" key={customer.id}>
            <button type="button" class="row-link" onClick={() => onPick(customer.phone)}>
              <CustomerFace customer={customer} />
            </button>
          </li>
        ))}
      </ul>
    )
  }
  return looksComplete(phone) ? (
    <p class="row new-customer" role="status">
      {t('taskForm.new')}
    </p>
  ) : null
}
