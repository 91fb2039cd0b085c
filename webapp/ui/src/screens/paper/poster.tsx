import { useQuery } from '../../api/query'
import { Header } from '../../components/header'
import { Qr } from '../../components/qr'
import { Failure, Notice, Skeleton } from '../../components/states'
import { PosterQuery } from '../../graphql/paper'
import { t } from '../../locale/paper'
import { parent } from '../../router'
import { Sheet } from './sheet'
import { ShopPlace } from './shop-head'
import { PrintButton } from './task-paper'

/** For the wall or the door: customers scan it and are in their chat with the shop. */
export function PosterScreen() {
  const { data, problem, reload } = useQuery(PosterQuery, {})
  return (
    <>
      <Header title={t('poster.title')} back={parent({ screen: 'poster' })} />
      {!data ? (
        problem ? <Failure problem={problem} retry={reload} /> : <Skeleton rows={4} />
      ) : !data.bot ? (
        <Notice icon="telegram" title={t('poster.offline')} text={t('poster.offline.text')} />
      ) : (
        <>
          <Sheet size="poster" label={t('poster.title')}>
            <div class="poster">
              <p class="poster-name">{data.settings.name}</p>
              <p class="poster-call">{t('poster.call')}</p>
              <Qr text={data.bot.url} label={t('poster.qr')} />
              <p class="poster-bot">@{data.bot.url.split('/').at(-1)}</p>
              <p class="poster-how">{t('poster.how')}</p>
              <div class="poster-place">
                <ShopPlace shop={data.settings} />
              </div>
            </div>
          </Sheet>
          <PrintButton />
        </>
      )}
    </>
  )
}
