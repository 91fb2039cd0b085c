import { nameOf } from '../../components/customer-row'
import { Qr } from '../../components/qr'
import { itemName } from '../../domain/item'
import type { PaperTask } from '../../graphql/paper'
import { t } from '../../locale/paper'
import { promiseOnLabel } from './on-paper'

/** For the thing itself: staff scan it, and the task is there. */
export function Label({ task, bot }: { task: PaperTask; bot: string | null }) {
  const { id, customer, promisedTime } = task
  return (
    <div class="label">
      {bot && <Qr text={`${bot}?startapp=task_${id}`} label={t('label.qr', { id })} />}
      <div class="label-text">
        <p class="label-number" data-digits={id.length}>
          {t('task.number', { id })}
        </p>
        {customer && <p class="label-name">{nameOf(customer)}</p>}
        <p class="label-item">{itemName(task.item) || task.description}</p>
        {promisedTime && <p class="label-until">{t('label.until', { day: promiseOnLabel(promisedTime) })}</p>}
      </div>
    </div>
  )
}
