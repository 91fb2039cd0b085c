import { mutate } from '../../api/client'
import { usePages } from '../../api/pages'
import { inWords, Problem } from '../../api/problem'
import { useQuery } from '../../api/query'
import { CallButton } from '../../components/call-button'
import { ChatButton } from '../../components/chat-button'
import { isUnproven, nameOf } from '../../components/customer-row'
import { Header } from '../../components/header'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { MoreRows } from '../../components/more-rows'
import { SecondaryButton } from '../../components/secondary-button'
import { Section } from '../../components/section'
import { Failure, Gone, Skeleton } from '../../components/states'
import { TaskRow } from '../../components/task-row'
import { config } from '../../config'
import { reachOf } from '../../domain/contact'
import { dayInWords } from '../../domain/day-in-words'
import { dayOfMoment, today } from '../../domain/days'
import { defaultFilter } from '../../domain/filter'
import { dialAddress } from '../../domain/phone'
import { MuteCustomer } from '../../graphql/messages'
import { CustomerQuery, CustomerTasksQuery, DeleteCustomer } from '../../graphql/customers'
import type { CustomerCard } from '../../graphql/types'
import { language } from '../../locale'
import { t } from '../../locale/conversation'
import { format, leaveFor, navigate, parent, type CustomerList, type Route } from '../../router'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { withToast } from '../../with-toast'
import { PhoneClaims } from './phone-claims'

type CustomerRoute = Route & { id: string } & CustomerList

/** How many tasks a card shows of a customer who has more. */
const atFirst = 5

/** A customer's card with the tasks. */
export function CustomerScreen({ at }: { at: CustomerRoute }) {
  const { data, problem, reload } = useQuery(CustomerQuery, { id: at.id })
  const customer = data?.customerById
  const gone = problem?.code === 'NOT_FOUND'

  return (
    <>
      <Header title={customer && !gone ? nameOf(customer) : t('customer.title')} back={parent(at)}>
        {customer && !gone && (
          <a class="round-button" href={format({ ...at, screen: 'customer-edit' })} aria-label={t('action.edit')} title={t('action.edit')}>
            <Icon name="edit" />
          </a>
        )}
      </Header>
      {gone ? (
        <Gone text={t('customer.notFound')} />
      ) : customer ? (
        <Card customer={customer} at={at} />
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

function Card({ customer, at }: { customer: CustomerCard; at: CustomerRoute }) {
  const { phone } = customer
  const tasks = usePages(CustomerTasksQuery, { id: customer.id }, (data) => data.customerById?.taskConnection ?? null)
  const tasksKnown = tasks.rows !== null || tasks.problem !== null
  const count = customer.taskConnection?.totalCount ?? 0
  // A list of hundreds would stand between the person and what is below it.
  const all: Route | null =
    phone && count > atFirst ? { screen: 'tasks', filter: { ...defaultFilter, search: phone, statuses: [] } } : null
  return (
    <>
      <PhoneClaims customer={customer} />
      <Facts customer={customer} />
      <Section>
        <a class="row-link row-setting" href={format({ ...at, screen: 'customer-chat' })}>
          <Icon name="CONSULTING" />
          <span class="row-text">{t('chat.open')}</span>
          <Icon name="next" />
        </a>
      </Section>
      <Section title={count > 0 ? t('customer.tasks.count', { count }) : t('customer.tasks')}>
        {!tasks.rows ? (
          tasks.problem ? <Failure problem={tasks.problem} retry={tasks.reload} /> : <Skeleton rows={2} />
        ) : tasks.rows.length === 0 ? (
          <p class="row quiet">{t('customer.noTasks')}</p>
        ) : (
          <ul>
            {(all ? tasks.rows.slice(0, atFirst) : tasks.rows).map((task) => (
              <TaskRow key={task.id} task={{ ...task, employee: null }} day={dayOf(task.createdAt)} />
            ))}
          </ul>
        )}
        {all && tasksKnown && (
          <a class="row-button" href={format(all)}>
            {t('customer.tasks.all', { count })}
          </a>
        )}
        {tasks.rows && tasks.hasMore && !all && <MoreRows onMore={tasks.loadMore} />}
      </Section>
      {/* Below what is as high as it is going to be. */}
      {tasksKnown && (
        <Section>
          <Mute customer={customer} />
          <a class="row-button" href={format({ ...at, screen: 'customer-data' })}>
            {t('customer.data')}
          </a>
          <a class="row-button" href={format({ ...at, screen: 'customer-merge' })}>
            {t('customer.merge')}
          </a>
          {phone && (
            <button
              type="button"
              class="row-button destructive"
              onClick={() => void remove(customer, phone, at)}
            >
              {t('customer.delete')}
            </button>
          )}
        </Section>
      )}
      {phone && (
        <MainButton
          text={t('tasks.new')}
          onClick={() => navigate({ screen: 'task-new', phone, filter: defaultFilter })}
        />
      )}
      {phone && <SecondaryButton text={t('toast.call')} onClick={() => open(dialAddress(phone, config.value.region), '_self')} />}
    </>
  )
}

function Mute({ customer: { id, mutedAt } }: { customer: CustomerCard }) {
  const muted = mutedAt !== null
  async function change(): Promise<void> {
    if (!muted) {
      const agreed = await telegram.confirm({
        title: t('mute.question'),
        text: t('mute.text'),
        yes: t('mute'),
        no: t('action.cancel'),
      })
      if (!agreed) return
    }
    await withToast(async () => {
      await mutate(MuteCustomer, { id, muted: !muted })
      return t(muted ? 'unmute.done' : 'mute.done')
    })
  }
  return (
    <button type="button" class={`row-button ${muted ? '' : 'destructive'}`} onClick={() => void change()}>
      {t(muted ? 'unmute' : 'mute')}
    </button>
  )
}

function Facts({ customer }: { customer: CustomerCard }) {
  const { phone, phoneInternational, verified, note, language: spoken, createdTime, erasureTime } = customer
  const reach = reachOf(customer)
  return (
    <Section>
      <dl class="facts">
        {phone && (
          <div class="fact-actions">
            <dt>{t('customer.phone')}</dt>
            <dd>
              {phone}
              {isUnproven(customer) && <span class="fact-note unproven">{t('customer.unproven')}</span>}
              <span class="fact-note">
                {t(`customer.phone.${verified ? 'verified' : isUnproven(customer) ? 'unproven' : 'unverified'}`)}
              </span>
            </dd>
            <dd class="round-buttons">
              {phoneInternational && <ChatButton phone={phone} international={phoneInternational} />}
              <CallButton phone={phone} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('customer.messages')}</dt>
          <dd class={`reach-${reach}`}>
            {t(`customer.${reach}`)}
            {customer.mutedAt && <span class="fact-note unproven">{t('mute.on')}</span>}
          </dd>
        </div>
        <div>
          <dt>{t('customer.language')}</dt>
          <dd class={spoken ? '' : 'quiet'}>{t(`customer.language.${spoken ?? 'none'}`)}</dd>
        </div>
        {erasureTime && (
          <div>
            <dt>{t('customer.erased')}</dt>
            <dd class="unproven">{dayOf(dayOfMoment(erasureTime, config.value.timezone))}</dd>
          </div>
        )}
        {note && (
          <div class="fact-long">
            <dt>{t('customer.note')}</dt>
            <dd>{note}</dd>
          </div>
        )}
        <div>
          <dt>{t('customer.since')}</dt>
          <dd>{dayOf(dayOfMoment(createdTime, config.value.timezone))}</dd>
        </div>
      </dl>
    </Section>
  )
}

function dayOf(day: string | null): string {
  return day ? dayInWords(day, today(config.value.timezone), language.value) : t('day.unknown')
}

async function remove(customer: CustomerCard, phone: string, at: CustomerRoute): Promise<void> {
  const tasks = customer.taskConnection?.totalCount ?? 0
  const agreed = await telegram.confirm({
    title: t('customer.delete.question', { name: nameOf(customer) }),
    text: [
      t('customer.delete.text'),
      tasks > 0 && t('customer.delete.tasks', { count: tasks }),
      customer.telegramId !== null && t('customer.delete.telegram'),
    ]
      .filter(Boolean)
      .join(' '),
    yes: t('action.delete'),
    no: t('action.cancel'),
  })
  if (!agreed) return
  try {
    await mutate(DeleteCustomer, { phone })
    telegram.haptic('success')
    toast(t('customer.deleted'))
    leaveFor({ screen: 'customers', search: at.search, contact: at.contact })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    telegram.haptic('error')
    toast(inWords(error), { kind: 'failed' })
  }
}
