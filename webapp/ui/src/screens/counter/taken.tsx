import './taken.css'
import type { ComponentChildren } from 'preact'
import { useQuery } from '../../api/query'
import { nameOf } from '../../components/customer-row'
import { Header } from '../../components/header'
import { Icon } from '../../components/icon'
import { lazy } from '../../components/lazy'
import { MainButton } from '../../components/main-button'
import { Section } from '../../components/section'
import { Failure, Gone, Skeleton } from '../../components/states'
import { reachOf } from '../../domain/contact'
import { CustomerQuery } from '../../graphql/customers'
import { TaskQuery } from '../../graphql/tasks'
import type { CustomerCard } from '../../graphql/types'
import { t } from '../../locale/counter'
import { format, navigate, parent, taskRoute, type Route } from '../../router'
import { PhoneClaims } from '../customer/phone-claims'
import { receiptSize } from '../paper/receipt-size'
import { CodeIsOut } from './code-is-out'
import { useConnectCode } from './connect-code'

const Qr = lazy(async () => (await import('../../components/qr')).Qr, 0)

/** A task was taken in: the customer connects their chat, and paper is printed. */
export function TakenScreen({ at }: { at: Extract<Route, { screen: 'task-taken' }> }) {
  const { data, problem, reload } = useQuery(TaskQuery, { id: at.id })
  const task = data?.taskById
  const gone = problem?.code === 'NOT_FOUND'
  const ways = (
    <Section>
      <a class="row-button" href={format({ screen: 'task-paper', id: at.id, sheet: receiptSize(), filter: at.filter })}>
        {t('taken.receipt')}
      </a>
      <a class="row-button" href={format({ screen: 'task-paper', id: at.id, sheet: 'label', filter: at.filter })}>
        {t('taken.label')}
      </a>
      <a class="row-button" href={format(taskRoute(at.id, at.filter))}>
        {t('taken.open')}
      </a>
    </Section>
  )
  return (
    <>
      <Header title={t('taken.title', { id: at.id })} back={parent(at)} />
      {gone ? (
        <Gone text={t('task.notFound')} />
      ) : task?.customer ? (
        <Customer id={task.customer.id}>{ways}</Customer>
      ) : task || problem ? (
        <>
          {problem && <Failure problem={problem} retry={reload} />}
          {ways}
        </>
      ) : (
        <Skeleton rows={4} />
      )}
      <MainButton text={t('taken.next')} onClick={() => navigate({ screen: 'task-new', phone: '', filter: at.filter })} />
    </>
  )
}

/** What stands below is drawn with the customer, so that nothing is moved from under a finger. */
function Customer({ id, children }: { id: string; children: ComponentChildren }) {
  const { data, problem, reload } = useQuery(CustomerQuery, { id })
  const customer = data?.customerById
  if (!customer && !problem) return <Skeleton rows={4} />
  return (
    <>
      {customer ? (
        <>
          <PhoneClaims customer={customer} />
          <Connection customer={customer} />
        </>
      ) : (
        problem && <Failure problem={problem} retry={reload} />
      )}
      {children}
    </>
  )
}

function Connection({ customer }: { customer: CustomerCard }) {
  const connected = customer.telegramId !== null && customer.verified
  const { code, out, problem, renew } = useConnectCode(customer.id, !connected)
  return (
    <Section title={connected ? nameOf(customer) : t('taken.show')}>
      {!connected && !out && (code || !problem) && (
        <div class="connect">
          <div class="connect-qr">{code && <Qr text={code.url} label={t('taken.qr')} />}</div>
          {code ? (
            <p class="connect-digits" aria-label={t('taken.digits', { digits: [...code.digits].join(' ') })}>
              {code.digits.slice(0, 3)} {code.digits.slice(3)}
            </p>
          ) : (
            <p class="connect-digits" aria-hidden="true">
              ··· ···
            </p>
          )}
          <p class="connect-how">{t('taken.how')}</p>
          <button type="button" class="plain-button connect-renew" disabled={!code} onClick={() => void renew()}>
            {t('taken.renew')}
          </button>
        </div>
      )}
      {!connected && out && <CodeIsOut until={out} renew={renew} />}
      {!connected && problem && (
        problem.code === 'CONFLICT' ? <p class="row">{t('taken.offline')}</p> : <Failure problem={problem} retry={() => void renew()} />
      )}
      <div class="connect-state" role="status" data-connected={connected}>
        <Icon name={connected ? 'check' : 'clock'} />
        <span class="row-text">
          <span class="row-title">{t(connected ? 'taken.connected' : 'taken.waiting')}</span>
          {connected && (
            <span class="row-facts">{t(reachOf(customer) === 'blocked' ? 'taken.blocked.text' : 'taken.connected.text')}</span>
          )}
        </span>
      </div>
    </Section>
  )
}
