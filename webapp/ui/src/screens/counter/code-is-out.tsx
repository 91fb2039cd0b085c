import { promiseInWords } from '../../components/promise'
import { config } from '../../config'
import { dayOf, promiseOf } from '../../domain/promise'
import { t } from '../../locale/counter'

/** The customer has a code already, on paper or from another screen: a new one would end it. */
export function CodeIsOut({ until, renew }: { until: string; renew: () => Promise<void> }) {
  return (
    <>
      <p class="row">{t('taken.out', { day: promiseInWords(dayOf(promiseOf(until, config.value.timezone))) })}</p>
      <button type="button" class="row-button" onClick={() => void renew()}>
        {t('taken.renew')}
      </button>
    </>
  )
}
