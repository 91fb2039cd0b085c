import { useState } from 'preact/hooks'
import { useQuery } from '../../api/query'
import { myId } from '../../api/session'
import { Choice } from '../../components/choice'
import { Field } from '../../components/field'
import { Toggle } from '../../components/toggle'
import { config } from '../../config'
import { addDays, today } from '../../domain/days'
import { defaultFilter, isDefault, isSingleDay, type TaskFilter } from '../../domain/filter'
import { memberName } from '../../domain/member'
import { categories } from '../../domain/status'
import { StaffQuery } from '../../graphql/tasks'
import { t } from '../../locale/cards'

interface Properties {
  filter: TaskFilter
  onChange: (filter: TaskFilter) => void
}

/** What narrows the list beside the search and the statuses. */
export function FilterPanel({ filter, onChange }: Properties) {
  return (
    <div class="card">
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
      <Whose filter={filter} onChange={onChange} />
      <Dates filter={filter} onChange={onChange} />
      {!isDefault(filter) && (
        <button type="button" class="row-button" onClick={() => onChange(defaultFilter)}>
          {t('filter.reset')}
        </button>
      )}
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
