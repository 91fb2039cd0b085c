import { useCustomerChanges } from '../../api/live'
import { usePages } from '../../api/pages'
import { useQuery } from '../../api/query'
import { CustomerRow } from '../../components/customer-row'
import { ExportButton } from '../../components/export-button'
import { Header } from '../../components/header'
import { Icon } from '../../components/icon'
import { ListSearch } from '../../components/list-search'
import { MainButton } from '../../components/main-button'
import { MoreRows } from '../../components/more-rows'
import { NewRows, useArrived } from '../../components/new-rows'
import { Failure, Notice, Outdated, Skeleton } from '../../components/states'
import { contacts, customerFilter } from '../../domain/contact'
import { CustomerCountQuery, CustomersQuery } from '../../graphql/customers'
import { t } from '../../locale/cards'
import { format, here, navigate, type CustomerList, type Route } from '../../router'

/** The list of customers, newest first. `alone` is false while a card stands beside or before it. */
export function CustomersScreen({ search, contact, alone }: CustomerList & { alone: boolean }) {
  const filter = customerFilter(search, contact)
  const { rows, hasMore, loadMore, problem, loading, reload } = usePages(
    CustomersQuery,
    { filter },
    ({ customers }) => customers,
  )
  const { data, reload: count } = useQuery(CustomerCountQuery, { filter }, { keep: true })
  const total = data?.customers?.totalCount ?? null
  const arrived = useArrived(rows, `${contact} ${search}`)
  useCustomerChanges(({ kind, id }) => {
    if (kind === 'UPDATED') return
    count()
    // Whether a search would find the new one, the server alone knows.
    if (kind === 'CREATED' && search === '' && contact === '') arrived.add(id)
    if (kind === 'DELETED') arrived.drop(id)
  })
  const newCustomer: Route = { screen: 'customer-new', search, contact }

  return (
    <>
      <Header title={t('customers.title')} subtitle={total === null ? ' ' : t('customers.count', { count: total })}>
        <span class="header-buttons">
          {total !== null && total > 0 && <ExportButton of="customers" filter={filter} />}
          <a
            class="round-button wide-only"
            href={format(newCustomer)}
            aria-label={t('customers.new')}
            title={t('customers.new')}
          >
            <Icon name="plus" />
          </a>
        </span>
      </Header>
      <search class="filters">
        <div class="filters-line">
          <ListSearch label={t('customers.search')} text={search} onChange={(search) => show({ search, contact })} />
        </div>
        <div class="chips chips-scroll" role="group" aria-label={t('customers.contact')}>
          {(['', ...contacts] as const).map((option) => (
            <button
              key={option}
              type="button"
              class="chip"
              aria-pressed={option === contact}
              onClick={() => show({ search, contact: option })}
            >
              {t(`customers.${option || 'all'}`)}
            </button>
          ))}
        </div>
      </search>
      <NewRows count={arrived.count} onShow={reload} />
      {problem && rows && <Outdated problem={problem} retry={reload} />}
      <div class="results" aria-busy={loading}>
        {problem && !rows ? (
          <Failure problem={problem} retry={reload} />
        ) : !rows ? (
          <Skeleton rows={8} />
        ) : rows.length === 0 ? (
          <Nobody search={search} contact={contact} />
        ) : (
          <ul class="card">
            {rows.map((customer) => (
              <CustomerRow key={customer.id} customer={customer} />
            ))}
          </ul>
        )}
        {rows && hasMore && <MoreRows onMore={loadMore} />}
      </div>
      {alone && <MainButton aboveTabs text={t('customers.new')} onClick={() => navigate(newCustomer)} />}
    </>
  )
}

function Nobody({ search, contact }: CustomerList) {
  if (search) {
    return <Notice icon="search" title={t('customers.nothing.title')} text={t('customers.nothing.text', { search })} />
  }
  return contact ? (
    <Notice icon="search" title={t('customers.nothing.title')} text={t('customers.nothing.contact')} />
  ) : (
    <Notice icon="customers" title={t('customers.empty.title')} text={t('customers.empty.text')} />
  )
}

/** What the list shows is part of the address; what stands beside the list stays. */
function show(list: CustomerList): void {
  const current = here()
  navigate('search' in current ? { ...current, ...list } : { screen: 'customers', ...list }, { replace: true })
}
