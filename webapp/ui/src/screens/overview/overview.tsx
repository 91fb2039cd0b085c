import './overview.css'
import { useEffect, useState } from 'preact/hooks'
import { useCustomerChanges, useTaskChanges } from '../../api/live'
import { useQuery } from '../../api/query'
import { useSoon } from '../../api/use-soon'
import { Choice } from '../../components/choice'
import { CustomerRow } from '../../components/customer-row'
import { Header } from '../../components/header'
import { lazy } from '../../components/lazy'
import { Section } from '../../components/section'
import { Failure, Outdated, Skeleton } from '../../components/states'
import { config } from '../../config'
import { dayInWords } from '../../domain/day-in-words'
import { addDays, today } from '../../domain/days'
import { defaultFilter, type TaskFilter } from '../../domain/filter'
import { openStatuses } from '../../domain/status'
import { OverviewQuery, StatsQuery } from '../../graphql/overview'
import { language, t as common } from '../../locale'
import { inDigits } from '../../locale/formats'
import { t } from '../../locale/overview'
import { format, navigate, periods, type Period, type Route } from '../../router'
import { BotTrouble, FirstDay, useOwner } from './owner'
import { ReadyQueue } from './ready-queue'

const Charts = lazy(async () => (await import('./charts')).Charts, 6)

/** After how many days without a change a task is stale, in shops that have not set it. */
const usualStaleDays = 7

/**
 * The state of the shop at a glance. Whatever the order of the answers, it is drawn from the top to the bottom: below
 * what is not known yet are grey rows, so that nothing that is in sight is moved.
 */
export function OverviewScreen({ days }: { days: Period }) {
  const now = today(config.value.timezone)
  const [staleDays, setStaleDays] = useState(usualStaleDays)
  const staleTo = addDays(now, -staleDays)
  const { data, problem, settled, reload } = useQuery(OverviewQuery, { staleTo, today: now }, { keep: true })
  const owner = useOwner()
  const setting = data?.settings.staleDays
  useEffect(() => {
    if (setting !== undefined) setStaleDays(setting)
  }, [setting])
  const claimed = data?.phoneClaims?.flatMap(({ customer }) => customer ?? []) ?? []
  useCustomerChanges(({ id, customer }) => {
    if (customer?.phoneClaims.length || claimed.some((known) => known.id === id)) reload()
  })
  useTaskChanges(useSoon(reload))
  const tasks = (part: Partial<TaskFilter>): Route => ({ screen: 'tasks', filter: { ...defaultFilter, ...part } })
  const tiles: { label: string; look: string; count: number | undefined; to: Route }[] = [
    {
      label: t('awaiting'),
      look: 'awaiting',
      count: data?.awaiting?.totalCount,
      to: tasks({ awaiting: true, statuses: [] }),
    },
    { label: t('overdue'), look: 'overdue', count: data?.overdue?.totalCount, to: tasks({ due: 'overdue' }) },
    { label: t('today'), look: 'today', count: data?.today?.totalCount, to: tasks({ due: 'today', statuses: ['ACCEPTED', 'IN_PROGRESS'] }) },
    { label: t('accepted'), look: 'blue', count: data?.accepted?.totalCount, to: tasks({ statuses: ['ACCEPTED'] }) },
    { label: t('inProgress'), look: 'amber', count: data?.inProgress?.totalCount, to: tasks({ statuses: ['IN_PROGRESS'] }) },
    { label: t('ready'), look: 'green', count: data?.ready?.totalCount, to: tasks({ statuses: ['READY'] }) },
    {
      label: t('stale', { count: setting ?? staleDays }),
      look: 'red',
      count: setting === staleDays ? data?.stale?.totalCount : undefined,
      to: tasks({ statuses: openStatuses, updatedTo: staleTo }),
    },
    {
      label: t('unreachable'),
      look: 'grey',
      count: data?.unreachable?.totalCount,
      to: { screen: 'customers', search: '', contact: 'blocked' },
    },
  ]

  return (
    <>
      <Header title={common('nav.overview')} subtitle={dayInWords(now, now, language.value)} />
      {problem && data && <Outdated problem={problem} retry={reload} />}
      {!owner.known ? (
        <Skeleton key="first" rows={6} />
      ) : (
        <>
          <BotTrouble state={owner.botState} reload={owner.reload} />
          <FirstDay steps={owner.firstSteps} begun={false} />
          {problem && !data ? (
            <Failure problem={problem} retry={reload} />
          ) : (
            <section aria-label={t('now')}>
              <ul class="tiles">
                {tiles.map(({ label, look, count, to }) => (
                  <li key={look}>
                    <a
                      class={`number number-${look}`}
                      data-zero={count === 0}
                      href={format(to)}
                    >
                      <span class="number-count">{count === undefined ? '…' : inDigits(language.value, count)}</span>
                      <span class="number-label">{label}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
      {owner.known && !settled && (
        <Section key="rest">
          <Skeleton rows={6} />
        </Section>
      )}
      {/* Out of sight it is asked for and loaded all the same. */}
      <div class="part" hidden={!owner.known || !settled}>
        {data?.ready && <ReadyQueue ready={data.ready} />}
        <FirstDay steps={owner.firstSteps} begun />
        {claimed.length > 0 && (
          <Section title={t('claims')} note={t('claims.note')}>
            <ul>
              {claimed.map((customer) => (
                <CustomerRow key={customer.id} customer={customer} />
              ))}
            </ul>
          </Section>
        )}
        <div class="period">
          <Choice
            look="steps"
            label={t('period')}
            options={periods.map(String)}
            chosen={String(days)}
            text={(option) => t('days', { count: Number(option) })}
            onChoose={(option) =>
              navigate({ screen: 'overview', days: periods.find((period) => String(period) === option)! }, { replace: true })
            }
          />
        </div>
        <Figures from={addDays(now, 1 - days)} to={now} />
      </div>
    </>
  )
}

function Figures({ from, to }: { from: string; to: string }) {
  const { data, problem, loading, reload } = useQuery(StatsQuery, { dateStart: from, dateEnd: to }, { keep: true })
  if (problem && !data?.stats) return <Failure problem={problem} retry={reload} />
  return (
    <div class="results" aria-busy={loading}>
      {data?.stats ? <Charts stats={data.stats} /> : <Section>{<div class="chart-space" />}</Section>}
    </div>
  )
}
