import { useState } from 'preact/hooks'
import { mutate, withIdempotencyKey } from '../../api/client'
import { given } from '../../api/problem'
import { useQuery } from '../../api/query'
import { Choice } from '../../components/choice'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { FormError } from '../../components/form-error'
import { Header } from '../../components/header'
import { MainButton } from '../../components/main-button'
import { Restored } from '../../components/restored'
import { Section } from '../../components/section'
import { Failure, GoneMeanwhile, Skeleton } from '../../components/states'
import { config } from '../../config'
import { longestText } from '../../domain/limits'
import { dialsWithEight } from '../../domain/phone'
import { CreateCustomer, CustomerQuery, UpdateCustomer } from '../../graphql/customers'
import type { CustomerCard } from '../../graphql/types'
import { t } from '../../locale/cards'
import { leaveFor, parent, type CustomerList, type Route } from '../../router'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { explainAt, missingOf, useForm } from '../../use-form'
import { useLast } from '../../use-last'

export function CustomerNewScreen({ at }: { at: Route & CustomerList }) {
  return (
    <>
      <Header title={t('customers.new')} back={parent(at)} />
      <CustomerForm customer={null} list={at} />
    </>
  )
}

export function CustomerEditScreen({ at }: { at: Route & { id: string } & CustomerList }) {
  const { data, problem, reload } = useQuery(CustomerQuery, { id: at.id })
  const customer = useLast(data?.customerById)
  return (
    <>
      <Header title={t('customer.edit')} back={parent(at)} />
      {customer ? (
        <CustomerForm customer={customer} gone={problem?.code === 'NOT_FOUND'} list={at} />
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={3} />
      )}
    </>
  )
}

function CustomerForm({ customer, gone = false, list }: { customer: CustomerCard | null; gone?: boolean; list: CustomerList }) {
  const [before] = useState<Typed>({
    phone: customer?.phone ?? '',
    name: customer?.name ?? '',
    note: customer?.note ?? '',
    language: customer?.language ?? '',
  })
  const form = useForm({
    initial: before,
    draft: `customer ${customer?.id ?? 'new'}`,
    validate: ({ phone }) => missingOf({ phone }, t('form.required')),
    explain: explainAt({ phone: 'phone', newPhone: 'phone', name: 'name', note: 'note' }),
    async send(typed, attempt) {
      const saved = customer ? await update(customer, before, typed) : await create(typed, attempt)
      telegram.haptic('success')
      toast(t(customer ? 'customer.saved' : 'customer.created'))
      leaveFor({ screen: 'customer', id: saved.id, search: list.search, contact: list.contact })
    },
  })

  return (
    <Form submit={form.submit}>
      {gone && <GoneMeanwhile />}
      <Restored form={form} />
      <Section>
        <Field
          label={t('customer.phone')}
          type="tel"
          autocomplete="off"
          first={customer === null}
          hint={t(customer?.verified ? 'customer.edit.phone.hint' : dialsWithEight(config.value.region) ? 'taskForm.phone.hint.eight' : 'taskForm.phone.hint')}
          {...form.field('phone')}
        />
        <Field label={t('customer.name')} autocomplete="off" {...form.field('name')} />
      </Section>
      <Section>
        <Field multiline longest={longestText} label={t('customer.note')} hint={t('customer.note.hint')} {...form.field('note')} />
      </Section>
      <Section title={t('customer.language')}>
        <Choice
          look="chips"
          label={t('customer.language')}
          options={['RU', 'EN']}
          text={(option) => t(`customer.language.${option}`)}
          {...form.choice('language')}
        />
      </Section>
      <FormError text={form.failure} />
      <MainButton text={t('action.save')} busy={form.busy} />
    </Form>
  )
}

type Typed = {
  phone: string
  name: string
  note: string
  language: 'RU' | 'EN' | ''
}

async function create({ language, ...typed }: Typed, attempt: string): Promise<CustomerCard> {
  const customerData = { ...typed, ...(language && { language }) }
  const { createCustomer } = await mutate(CreateCustomer, { customerData }, withIdempotencyKey(attempt))
  return given(createCustomer?.customer)
}

async function update(customer: CustomerCard, before: Typed, { phone, name, note, language }: Typed): Promise<CustomerCard> {
  // The API finds the card by the phone that it has. What was not touched may be somebody else's by now.
  const customerData = {
    phone: customer.phone ?? phone,
    ...(phone !== before.phone && { newPhone: phone }),
    ...(name !== before.name && { name }),
    ...(note !== before.note && { note }),
    ...(language && language !== before.language && { language }),
  }
  return given((await mutate(UpdateCustomer, { customerData })).updateCustomer?.customer)
}
