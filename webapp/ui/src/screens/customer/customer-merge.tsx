import { useEffect, useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { usePages } from '../../api/pages'
import { inWords } from '../../api/problem'
import { useQuery } from '../../api/query'
import { CustomerFace, nameOf } from '../../components/customer-row'
import { Form } from '../../components/form'
import { FormError } from '../../components/form-error'
import { Header } from '../../components/header'
import { MainButton } from '../../components/main-button'
import { SearchField } from '../../components/search-field'
import { Section } from '../../components/section'
import { Failure, Notice, Skeleton } from '../../components/states'
import { customerFilter } from '../../domain/contact'
import { consequences } from '../../domain/merge'
import { CustomerQuery, CustomersQuery, MergeCustomers } from '../../graphql/customers'
import type { CustomerCard } from '../../graphql/types'
import { t as common } from '../../locale/cards'
import { t } from '../../locale/merge'
import { leaveFor, parent, type CustomerList, type Route } from '../../router'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { useSubmit } from '../../use-submit'

/** Finds the other card of the same person, says what a merge does, and does it. */
export function CustomerMergeScreen({ at }: { at: Route & { id: string } & CustomerList }) {
  const { data, problem, reload } = useQuery(CustomerQuery, { id: at.id })
  const [otherId, setOtherId] = useState<string | null>(null)
  const customer = data?.customerById

  return (
    <>
      <Header title={t('title')} subtitle={customer ? nameOf(customer) : undefined} back={parent(at)} />
      {!customer ? (
        problem ? <Failure problem={problem} retry={reload} /> : <Skeleton rows={3} />
      ) : otherId === null ? (
        <Search customer={customer} onPick={setOtherId} />
      ) : (
        <Preview customer={customer} otherId={otherId} list={at} onCancel={() => setOtherId(null)} />
      )}
    </>
  )
}

function Search({ customer, onPick }: { customer: CustomerCard; onPick: (id: string) => void }) {
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  useEffect(() => {
    const pause = setTimeout(setSearch, 300, typed)
    return () => clearTimeout(pause)
  }, [typed])
  const { rows, problem, reload } = usePages(CustomersQuery, { filter: customerFilter(search, '') }, (data) => data.customers)
  const others = rows?.filter(({ id }) => id !== customer.id).slice(0, 20)

  return (
    <>
      <p class="lead">{t('text')}</p>
      <search class="filters-line">
        <SearchField label={common('customers.search')} type="search" value={typed} onInput={setTyped} />
      </search>
      <Section title={t('others')}>
        {problem && !others ? (
          <Failure problem={problem} retry={reload} />
        ) : !others ? (
          <Skeleton rows={4} />
        ) : others.length === 0 ? (
          <Notice icon="search" title={common('customers.nothing.title')} text={common('customers.nothing.text', { search })} />
        ) : (
          <ul>
            {others.map((other) => (
              <li class="customer-row" key={other.id}>
                <button type="button" class="row-link" onClick={() => onPick(other.id)}>
                  <CustomerFace customer={other} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}

interface PreviewProperties {
  customer: CustomerCard
  otherId: string
  list: CustomerList
  onCancel: () => void
}

function Preview({ customer, otherId, list, onCancel }: PreviewProperties) {
  const { data, problem: unread, reload } = useQuery(CustomerQuery, { id: otherId })
  const other = data?.customerById
  const [swapped, setSwapped] = useState(false)
  const stays = swapped ? other : customer
  const goes = swapped ? customer : other
  const { busy, problem, submit } = useSubmit(async () => {
    if (!stays || !goes) return
    const agreed = await telegram.confirm({
      title: t('question'),
      text: `${t('forever', { name: nameOf(goes) })}. ${t('irreversible')}`,
      yes: t('submit'),
      no: common('action.cancel'),
    })
    if (!agreed) return
    await mutate(MergeCustomers, { from: goes.id, into: stays.id })
    telegram.haptic('success')
    toast(t('done'))
    leaveFor({ screen: 'customer', id: stays.id, search: list.search, contact: list.contact })
  })

  const another = (
    <button type="button" class="row-button" onClick={onCancel}>
      {t('another')}
    </button>
  )
  if (!stays || !goes) {
    return unread ? (
      <>
        <Failure problem={unread} retry={reload} />
        <Section>{another}</Section>
      </>
    ) : (
      <Skeleton rows={3} />
    )
  }
  return (
    <Form submit={submit}>
      <Section title={t('stays')}>
        <div class="customer-row">
          <span class="row-link">
            <CustomerFace customer={stays} />
          </span>
        </div>
      </Section>
      <Section title={t('goes')}>
        <div class="customer-row">
          <span class="row-link">
            <CustomerFace customer={goes} />
          </span>
        </div>
        <button type="button" class="row-button" onClick={() => setSwapped(!swapped)}>
          {t('swap')}
        </button>
        {another}
      </Section>
      <Section title={t('happens')}>
        <ul class="consequences" aria-live="polite">
          {consequences(goes, stays).map(({ key, parameters }) => (
            <li key={key}>{t(key, { ...parameters, ...(key === 'tasks' && { name: nameOf(stays) }) })}</li>
          ))}
          <li>{t('forever', { name: nameOf(goes) })}</li>
        </ul>
      </Section>
      <FormError text={problem ? inWords(problem) : undefined} />
      <MainButton text={t('submit')} busy={busy} />
    </Form>
  )
}
