import { money } from '../../components/money'
import { t } from '../../locale/overview'

/** What customers agreed to pay. */
export function Agreed({ amount }: { amount: number }) {
  return (
    <section class="section agreed" aria-labelledby="agreed-title">
      <h2 id="agreed-title" class="section-title">
        {t('agreed')}
      </h2>
      <p class="card rating-line">
        <span class="rating-average">{money(amount)}</span>
        <span class="quiet">{t('agreed.text')}</span>
      </p>
    </section>
  )
}
