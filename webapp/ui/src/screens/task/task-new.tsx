import { mutate, withIdempotencyKey } from '../../api/client'
import { given } from '../../api/problem'
import { useQuery } from '../../api/query'
import { CustomerFace, nameOf } from '../../components/customer-row'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { Header } from '../../components/header'
import { Icon } from '../../components/icon'
import { Restored } from '../../components/restored'
import { Section } from '../../components/section'
import { config } from '../../config'
import { looksComplete, samePhone } from '../../domain/phone'
import { CreateTask, CustomerSearchQuery } from '../../graphql/tasks'
import type { Category, Customer } from '../../graphql/types'
import { t } from '../../locale/cards'
import { leaveFor, parent, taskRoute, type Route } from '../../router'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { explainAt, missingOf, useForm } from '../../use-form'
import { TaskFields } from './task-fields'

/** A new task: whose phone it is shows while it is typed. */
export function TaskNewScreen({ at }: { at: Extract<Route, { screen: 'task-new' }> }) {
  const form = useForm({
    initial: { phone: at.phone, category: 'OTHER' as Category, description: '' },
    draft: `task for ${at.phone}`,
    validate: ({ phone }) => missingOf({ phone }, t('taskForm.phone.missing')),
    explain: explainAt({ customerPhone: 'phone', phone: 'phone', description: 'description' }),
    async send({ phone, category, description }, attempt) {
      const taskData = { customerPhone: phone, category, description }
      const { createTask } = await mutate(CreateTask, { taskData }, withIdempotencyKey(attempt))
      const { id } = given(createTask?.task)
      telegram.haptic('success')
      toast(t('task.created.toast', { id }))
      leaveFor(taskRoute(id, at.filter))
    },
  })

  return (
    <>
      <Header title={t('tasks.new')} back={parent(at)} />
      <Form submit={form.submit}>
        <Restored form={form} />
        <Section>
          <Field
            label={t('taskForm.phone')}
            type="tel"
            autocomplete="off"
            first={at.phone === ''}
            hint={t('taskForm.phone.hint')}
            {...form.field('phone')}
          />
          <WhoseItIs phone={form.values.phone} onPick={(phone) => form.change({ phone })} />
        </Section>
        <TaskFields form={form} button={t('taskForm.create')} />
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
