import './settings.css'
import { mutate } from '../../api/client'
import { useQuery } from '../../api/query'
import { shopWord } from '../../components/shop-words'
import { Header } from '../../components/header'
import { Section } from '../../components/section'
import { Failure, Skeleton } from '../../components/states'
import { statuses } from '../../domain/status'
import { StagesQuery, UpdateStage } from '../../graphql/settings'
import { t as common } from '../../locale'
import { t } from '../../locale/settings'
import { Words } from './words'

/** The shop's own steps inside the statuses, in their order. */
export function StagesScreen() {
  const { data, problem, reload } = useQuery(StagesQuery, {})
  return (
    <>
      <Header title={t('stages')} back={{ screen: 'settings' }} />
      <p class="lead">{t('stages.text')}</p>
      {data ? (
        statuses.map((status) => (
          <Section key={status} title={common(`status.${status}`)}>
            <Words
              words={data.stages.filter((stage) => stage.status === status)}
              to={(id) => ({ screen: 'settings-stage', id, status })}
              name={shopWord}
              facts={({ told }) => t(told ? 'stage.told.yes' : 'stage.told.no')}
              add={t('stage.new')}
              place={(id, place) => mutate(UpdateStage, { data: { id, place } })}
              moved={reload}
            />
          </Section>
        ))
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}
