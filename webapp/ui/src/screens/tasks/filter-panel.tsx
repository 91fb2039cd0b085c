import { useState } from 'preact/hooks'
import { useQuery } from '../../api/query'
import { myId } from '../../api/session'
import { Choice } from '../../components/choice'
import { Dialog } from '../../components/dialog'
import { Field } from '../../components/field'
import { Toggle } from '../../components/toggle'
import { config } from '../../config'
import { addDays, today } from '../../domain/days'
import { defaultFilter, dueFilters, isDefault, isSingleDay, toggleStatus, type TaskFilter } from '../../domain/filter'
import { memberName } from '../../domain/member'
import { categories, statuses } from '../../domain/status'
import { StaffQuery } from '../../graphql/tasks'
import { t } from '../../locale/cards'

interface Properties {
  filter: TaskFilter
  onChange: (filter: TaskFilter) => void
}

/** What narrows the list, in a sheet over it. `count` is how many the list shows by now. */
export function FilterPanel({ filter, count, onChange, onClose }: Properties & { count: number | undefined; onClose: () => void }) {
  return (
    <Dialog title={t('filter.more')} onClose={onClose}>
      <Whose filter={filter} onChange={onChange} />
      <div class="field">
        <span class="field-label">{t('task.status')}</span>
        <div class="chips" role="group" aria-label={t('task.status')}>
          {statuses.map((status) => (
            <Toggle
              key={status}
              text={t(`status.${status}`)}
              look={status}
              on={filter.statuses.includes(status)}
              onToggle={() => onChange(toggleStatus(filter, status))}
            />
          ))}
        </div>
      </div>
      <Due filter={filter} onChange={onChange} />
      <div class="field">
        <span class="field-label">{t('filter.category')}</span>
        <div class="chips" role="group" aria-label={t('filter.category')}>
          {categories.map((category) => (
            <Toggle
              key={category}
              text={t(`category.${category}`)}
              on={filter.category === category}
              onToggle={() => onChange({ ...filter, category: filter.category === category ? '' : category })}
            />
          ))}
        </div>
      </div>
      <Dates filter={filter} onChange={onChange} />
      <form method="dialog" class="sheet-end">
        {!isDefault(filter) && (
          <button type="button" class="plain-button" onClick={() => onChange(defaultFilter)}>
            {t('filter.reset')}
          </button>
        )}
        <button class="wide-button">{t('filter.show', { count: count ?? '' })}</button>
      </form>
    </Dialog>
  )
}

/** Until when it is promised, and whether the list goes by that. */
function Due({ filter, onChange }: Properties) {
  return (
    <div class="field">
      <span class="field-label">{t('filter.due')}</span>
      <div class="chips" role="group" aria-label={t('filter.due')}>
        {dueFilters.map((due) => (
          <Toggle
            key={due}
            text={t(`due.${due}` as 'due.week')}
            on={filter.due === due}
            onToggle={() => onChange({ ...filter, due: filter.due === due ? '' : due })}
          />
        ))}
        <Toggle text={t('filter.urgent')} on={filter.urgent} onToggle={() => onChange({ ...filter, urgent: !filter.urgent })} />
      </div>
    </div>
  )
}

/** The person's own tasks, nobody's, or those of one of the others. */
function Whose({ filter, onChange }: Properties) {
  const staff = useQuery(StaffQuery, {}).data?.staff ?? []
  const others = staff.filter(({ id, active }) => id !== myId() && (active || id === filter.whose))
  const choices = [
    { whose: 'mine', text: t('filter.mine') },
    ...others.map((member) => ({ whose: member.id, text: memberName(member) })),
    { whose: 'nobody', text: t('filter.nobody') },
  ]
  return (
    <div class="field">
      <span class="field-label">{t('task.employee')}</span>
      <div class="chips" role="group" aria-label={t('task.employee')}>
        {choices.map(({ whose, text }) => (
          <Toggle
            key={whose}
            text={text}
            on={filter.whose === whose}
            onToggle={() => onChange({ ...filter, whose: filter.whose === whose ? '' : whose })}
          />
        ))}
      </div>
    </div>
  )
}

function Dates({ filter, onChange }: Properties) {
  const [kind, setKind] = useState<'day' | 'interval'>(
    isSingleDay(filter) || (filter.from === '' && filter.to === '') ? 'day' : 'interval',
  )
  const now = today(config.value.timezone)
  const periods = [
    { text: t('day.today'), from: now, to: now },
    { text: t('day.yesterday'), from: addDays(now, -1), to: addDays(now, -1) },
    { text: t('filter.week'), from: addDays(now, -6), to: now },
    { text: t('filter.month'), from: addDays(now, -29), to: now },
  ]
  const choose = (from: string, to: string) => {
    if (from !== to) setKind('interval')
    onChange({ ...filter, from, to })
  }

  return (
    <div class="field">
      <span class="field-label">{t('filter.dates')}</span>
      <div class="chips" role="group" aria-label={t('filter.dates')}>
        {periods.map(({ text, from, to }) => {
          const on = filter.from === from && filter.to === to
          return <Toggle key={text} text={text} on={on} onToggle={() => (on ? choose('', '') : choose(from, to))} />
        })}
      </div>
      <Choice
        look="steps"
        label={t('filter.dates')}
        options={['day', 'interval']}
        chosen={kind}
        text={(kind) => t(`filter.${kind}`)}
        onChoose={setKind}
      />
      {kind === 'day' ? (
        <Field
          label={t('filter.day')}
          type="date"
          value={isSingleDay(filter) ? filter.from : ''}
          onInput={(day) => choose(day, day)}
        />
      ) : (
        <div class="two-fields">
          <Field
            label={t('filter.from')}
            type="date"
            value={filter.from}
            onInput={(from) => choose(from, filter.to)}
            error={filter.from && filter.to && filter.from > filter.to ? t('filter.order') : undefined}
          />
          <Field label={t('filter.to')} type="date" value={filter.to} onInput={(to) => choose(filter.from, to)} />
        </div>
      )}
    </div>
  )
}
