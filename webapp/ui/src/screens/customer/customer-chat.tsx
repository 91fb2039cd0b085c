import { useQuery } from '../../api/query'
import { Avatar, nameOf } from '../../components/customer-row'
import { Header } from '../../components/header'
import { Failure, Gone, Skeleton } from '../../components/states'
import { Composer } from '../../conversation/composer'
import { barrierTo } from '../../conversation/reach'
import { Thread } from '../../conversation/thread'
import { CustomerQuery } from '../../graphql/customers'
import { t } from '../../locale/conversation'
import { parent, type CustomerList, type Route } from '../../router'

/** The whole conversation with a customer, over all tasks. */
export function CustomerChatScreen({ at }: { at: Route & { id: string } & CustomerList }) {
  const { data, problem, reload } = useQuery(CustomerQuery, { id: at.id })
  const customer = data?.customerById
  const gone = problem?.code === 'NOT_FOUND'
  const place = { customerId: at.id }
  return (
    <>
      <Header
        title={customer && !gone ? nameOf(customer) : t('customer.title')}
        subtitle={customer && !gone ? t('chat.all') : undefined}
        back={parent(at)}
      >
        {customer && !gone && <Avatar customer={customer} />}
      </Header>
      {gone ? (
        <Gone text={t('customer.notFound')} />
      ) : customer ? (
        <div class="conversation">
          <Thread place={place} />
          <Composer place={place} barrier={barrierTo(customer, true)} />
        </div>
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}
