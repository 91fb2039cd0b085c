import './price-row.css'
import { Icon } from '../../components/icon'
import { money } from '../../components/money'
import type { TaskDetails } from '../../graphql/types'
import { t } from '../../locale/conversation'
import { format, type TaskRoute } from '../../router'

/** What the task costs, how far that is agreed and paid, in a line; a tap opens the rest. */
export function PriceRow({ task: { estimate, due, paid }, at }: { task: TaskDetails; at: TaskRoute }) {
  const facts = [estimate && t(`price.${estimate.state}`), dueInWords(due, paid)].filter(Boolean)
  return (
    <a class="card price-row" data-state={estimate?.state} href={format({ ...at, screen: estimate || paid ? 'task-price' : 'task-estimate' })}>
      <span class="price-row-amount">
        {t('price')}
        {estimate && <strong> {money(estimate.total, estimate.currency)}</strong>}
      </span>
      <span class="price-row-facts">{facts.length > 0 ? facts.join(' · ') : t('price.none')}</span>
      <Icon name="next" />
    </a>
  )
}

function dueInWords(due: number | null, paid: number): string {
  if (due === null) return paid ? `${t('price.paid')} ${money(paid)}` : ''
  if (due > 0) return paid ? t('price.due', { money: money(due) }) : ''
  return due === 0 ? t('price.paid') : t('price.over', { money: money(-due) })
}
