import './ratings.css'
import { nameOf } from '../../components/customer-row'
import { Stars } from '../../components/stars'
import { memberName } from '../../domain/member'
import type { Ratings as Counted } from '../../graphql/overview'
import { language, t as common } from '../../locale'
import { t } from '../../locale/overview'
import { format, taskRoute } from '../../router'

/** How customers rated the work: in all, by member, and the poor ones with their reason, each of which leads to its task. */
export function Ratings({ ratings: { average, count, byEmployee, poor } }: { ratings: Counted }) {
  return (
    <section class="section ratings" aria-labelledby="ratings-title">
      <h2 id="ratings-title" class="section-title">
        {t('ratings')}
      </h2>
      {average === null ? (
        <p class="card row quiet">{t('ratings.none')}</p>
      ) : (
        <div class="card">
          <p class="rating-line rating-all">
            <span class="rating-average">{inTenths(average)}</span>
            <Stars rating={average} label={t('ratings.of', { average: inTenths(average) })} />
            <span class="quiet">{t('ratings.count', { count })}</span>
          </p>
          <ul>
            {byEmployee.map(({ employee, average, count }) => (
              <li class="rating-line" key={employee?.id ?? ''}>
                <span class="rating-whose">{employee ? memberName(employee) : t('ratings.nobody')}</span>
                <span>{t('ratings.of', { average: inTenths(average) })}</span>
                <span class="quiet">{t('ratings.count', { count })}</span>
              </li>
            ))}
          </ul>
          {poor.length > 0 && <Poor poor={poor} />}
        </div>
      )}
    </section>
  )
}

function Poor({ poor }: { poor: Counted['poor'] }) {
  return (
    <ul aria-label={t('ratings.poor')}>
      {poor.map(({ id, rating, ratingComment, customer, employee }) => (
        <li key={id}>
          <a class="row-link rating-poor" href={format(taskRoute(id))}>
            <span class="row-text">
              <span class="row-facts">
                <Stars rating={rating ?? 0} label={t('ratings.of', { average: rating ?? 0 })} />
                {[common('task.number', { id }), customer && nameOf(customer), employee && memberName(employee)].filter(Boolean).join(' · ')}
              </span>
              <span class={ratingComment ? '' : 'quiet'}>{ratingComment || t('ratings.noReason')}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** "4,6", and "5" without a decimal that says nothing. */
function inTenths(average: number): string {
  return new Intl.NumberFormat(language.value, { maximumFractionDigits: 1 }).format(average)
}
