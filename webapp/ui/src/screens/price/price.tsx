import './price.css'
import { useTaskChanges } from '../../api/live'
import { useQuery } from '../../api/query'
import { Header } from '../../components/header'
import { Section } from '../../components/section'
import { Failure, Gone, Skeleton } from '../../components/states'
import { PriceQuery, type Estimate, type PricedTask } from '../../graphql/prices'
import { t } from '../../locale/prices'
import { format, parent, type TaskRoute } from '../../router'
import { EstimateCard } from './estimate-card'
import { Payments } from './payments'

/** All that was offered for a task, as it is while others change it. */
export function usePrice(id: string) {
  const query = useQuery(PriceQuery, { id })
  useTaskChanges((change) => {
    if (change.id === id) query.reload()
  })
  return query
}

/** What a task costs: what the customer was asked and has answered, and what is paid. */
export function PriceScreen({ at }: { at: TaskRoute }) {
  const { data, problem, reload } = usePrice(at.id)
  const task = data?.taskById
  return (
    <>
      <Header title={t('prices.title', { id: at.id })} back={parent(at)} />
      {problem?.code === 'NOT_FOUND' ? (
        <Gone text={t('task.notFound')} />
      ) : task && data.estimates ? (
        <Price task={task} estimates={data.estimates} at={at} reload={reload} />
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

interface Properties {
  task: PricedTask
  estimates: readonly Estimate[]
  at: TaskRoute
  reload: () => void
}

function Price({ task, estimates, at, reload }: Properties) {
  const agreed = estimates.find(({ state }) => state === 'ACCEPTED')
  const isOfNow = (estimate: Estimate, place: number) => place === 0 || estimate.state === 'SENT' || estimate === agreed
  const now = estimates.filter(isOfNow)
  const before = estimates.filter((estimate, place) => !isOfNow(estimate, place))
  const edit = format({ ...at, screen: 'task-estimate' })
  return (
    <>
      {estimates.length === 0 && (
        <Section note={t('prices.none')}>
          <a class="row-button" href={edit}>
            {t('prices.write')}
          </a>
        </Section>
      )}
      {now.map((estimate, place) => (
        <EstimateCard key={estimate.id} estimate={estimate} customer={task.customer} edit={place === 0 ? edit : null} reload={reload} />
      ))}
      <Payments task={task} reload={reload} />
      {before.length > 0 && (
        <details class="versions">
          <summary>{t('prices.before', { count: before.length })}</summary>
          {before.map((estimate) => (
            <EstimateCard key={estimate.id} estimate={estimate} customer={task.customer} edit={null} reload={reload} />
          ))}
        </details>
      )}
    </>
  )
}
