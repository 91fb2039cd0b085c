import { useQuery } from '../api/query'
import { CustomerRow } from '../components/customer-row'
import { Header } from '../components/header'
import { Icon } from '../components/icon'
import { LongList } from '../components/long-list'
import { MainButton } from '../components/main-button'
import { SearchField } from '../components/search-field'
import { Failure, Notice, Outdated, Skeleton } from '../components/states'
import { config } from '../config'
import { newestFirst } from '../domain/order'
import { phoneMatches } from '../domain/phone'
import { CustomersQuery } from '../graphql/documents'
import type { Customer } from '../graphql/types'
import { t } from '../locale'
import { format, navigate, route, type Route } from '../router'

/** The list of customers, newest first. `alone` is false while a card stands beside or before it. */
export function CustomersScreen({ search, alone }: { search: string; alone: boolean }) {
  const { data, problem, loading, reload } = useQuery(CustomersQuery, {})
  const all = data?.allCustomers
  const found = all && newestFirst(all).filter((customer) => fits(customer, search, config.value.region))
  const newCustomer: Route = { screen: 'customer-new', search }

  return (
    <>
      <Header title={t('customers.title')} subtitle={found ? t('customers.count', { count: found.length }) : ' '}>
        <a
          class="round-button wide-only"
          href={format(newCustomer)}
          aria-label={t('customers.new')}
          title={t('customers.new')}
        >
          <Icon name="plus" />
        </a>
      </Header>
      <search class="filters">
        <SearchField label={t('customers.search')} type="search" value={search} onInput={show} />
      </search>
      {problem && found && <Outdated problem={problem} retry={reload} />}
      <div class="results" aria-busy={loading}>
        {problem && !found ? (
          <Failure problem={problem} retry={reload} />
        ) : !found ? (
          <Skeleton rows={8} />
        ) : found.length === 0 ? (
          <Notice
            icon={search ? 'search' : 'customers'}
            title={t(search ? 'customers.nothing.title' : 'customers.empty.title')}
            text={search ? t('customers.nothing.text', { search }) : t('customers.empty.text')}
          />
        ) : (
          <LongList items={found} key={search}>
            {(shown) => (
              <ul class="card">
                {shown.map((customer) => (
                  <CustomerRow key={customer.id} customer={customer} />
                ))}
              </ul>
            )}
          </LongList>
        )}
      </div>
      {alone && <MainButton text={t('customers.new')} onClick={() => navigate(newCustomer)} />}
    </>
  )
}

function show(search: string): void {
  const current = route.value
  navigate('search' in current ? { ...current, search } : { screen: 'customers', search }, { replace: true })
}

export function fits(customer: Customer, search: string, region: string): boolean {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return true
  if (customer.name?.toLowerCase().includes(wanted)) return true
  if (/\p{L}/u.test(wanted)) return false
  return (
    phoneMatches(customer.phone ?? '', search, region) ||
    (customer.telegramId !== null && String(customer.telegramId).startsWith(wanted))
  )
}
