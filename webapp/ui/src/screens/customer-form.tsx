import { useState } from 'preact/hooks'
import { mutate } from '../api/client'
import { inWords } from '../api/problem'
import { useQuery } from '../api/query'
import { Field } from '../components/field'
import { FormError } from '../components/form-error'
import { Header } from '../components/header'
import { MainButton } from '../components/main-button'
import { Section } from '../components/section'
import { Failure, Skeleton } from '../components/states'
import { CreateCustomer, CustomerQuery, UpdateCustomer } from '../graphql/documents'
import type { Customer } from '../graphql/types'
import { t } from '../locale'
import { leaveFor, parent, type Route } from '../router'
import { telegram } from '../telegram'
import { toast } from '../toasts'
import { useSubmit } from '../use-submit'
import { useUnsaved } from '../use-unsaved'

type NewRoute = Extract<Route, { screen: 'customers' | 'customer-new' }>
type EditRoute = Extract<Route, { screen: 'customer' | 'customer-edit' }>

export function CustomerNewScreen({ at }: { at: NewRoute }) {
  return (
    <>
      <Header title={t('customers.new')} back={parent(at)} />
      <Form customer={null} search={at.search} />
    </>
  )
}

export function CustomerEditScreen({ at }: { at: EditRoute }) {
  const { data, problem, reload } = useQuery(CustomerQuery, { id: at.id })
  return (
    <>
      <Header title={t('customer.edit')} back={parent(at)} />
      {data?.customerById ? (
        <Form customer={data.customerById} search={at.search} />
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={3} />
      )}
    </>
  )
}

/** The API finds a customer by the phone, so an edit leaves that as it is. */
function Form({ customer, search }: { customer: Customer | null; search: string }) {
  const [before] = useState({
    phone: customer?.phone ?? '',
    name: customer?.name ?? '',
    telegramId: customer?.telegramId?.toString() ?? '',
  })
  const [phone, setPhone] = useState(before.phone)
  const [name, setName] = useState(before.name)
  const [telegramId, setTelegramId] = useState(before.telegramId)
  const [errors, setErrors] = useState<Record<string, string>>({})

  useUnsaved(phone !== before.phone || name !== before.name || telegramId !== before.telegramId)
  const { busy, problem, submit } = useSubmit(async () => {
    const wrong: Record<string, string> = {}
    if (phone.trim() === '') wrong.phone = t('form.required')
    if (!/^\d*$/.test(telegramId.trim())) wrong.telegramId = t('error.invalid.telegramId')
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return

    const customerData = { phone, name, ...(telegramId.trim() && { telegramId: telegramId.trim() }) }
    const saved = customer
      ? (await mutate(UpdateCustomer, { customerData })).updateCustomer.customer
      : (await mutate(CreateCustomer, { customerData })).createCustomer.customer
    telegram.haptic('success')
    toast(t(customer ? 'customer.saved' : 'customer.created'))
    leaveFor({ screen: 'customer', id: saved.id, search })
  })
  const errorOf = (field: string) => errors[field] ?? (problem?.field === field ? inWords(problem) : undefined)
  const elsewhere = problem && !['phone', 'name', 'telegramId'].includes(problem.field)

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Section>
        <Field
          label={t('customer.phone')}
          type="tel"
          autocomplete="off"
          first={customer === null}
          readOnly={customer !== null}
          value={phone}
          onInput={setPhone}
          hint={t(customer ? 'customer.phone.fixed' : 'taskForm.phone.hint')}
          error={errorOf('phone')}
        />
        <Field label={t('customer.name')} autocomplete="off" value={name} onInput={setName} error={errorOf('name')} />
        <Field
          label={t('customer.telegram')}
          inputMode="numeric"
          autocomplete="off"
          readOnly={before.telegramId !== ''}
          value={telegramId}
          onInput={setTelegramId}
          hint={before.telegramId === '' ? t('customer.telegram.hint') : undefined}
          error={errorOf('telegramId')}
        />
      </Section>
      <FormError text={elsewhere ? inWords(problem) : undefined} />
      <MainButton text={t('action.save')} busy={busy} />
    </form>
  )
}
