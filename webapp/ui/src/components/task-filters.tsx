import { useEffect, useState } from 'preact/hooks'
import { useQuery } from '../api/query'
import { myId } from '../api/session'
import { config } from '../config'
import { addDays, today } from '../domain/days'
import { defaultFilter, isDefault, isSingleDay, toggleStatus, type TaskFilter } from '../domain/filter'
import { categories, statuses } from '../domain/status'
import { StaffQuery } from '../graphql/tasks'
import type { Status } from '../graphql/types'
import { language, t } from '../locale'
import { inDigits } from '../locale/formats'
import { Choice } from './choice'
import { Field } from './field'
import { Icon } from './icon'
import { SearchField } from './search-field'

interface Properties {
  filter: TaskFilter
  /** How many there are of the open statuses. */
  counts?: Partial<Record<Status, { totalCount: number } | null>> | null
  onChange: (filter: TaskFilter) => void
}

/** The search and the statuses in sight; the rest behind a button. */
export function TaskFilters({ filter, counts, onChange }: Properties) {
  const [open, setOpen] = useState(false)
  const hidden = [filter.category !== '', filter.whose !== '', filter.from !== '' || filter.to !== ''].filter(Boolean).length

  return (
    <search class="filters">
      <div class="filters-line">
        <Search text={filter.search} onChange={(search) => onChange({ ...filter, search })} />
        <button
          type="button"
          class="round-button"
          aria-expanded={open}
          aria-controls="filter-panel"
          aria-label={t('filter.more')}
          title={t('filter.more')}
          onClick={() => setOpen(!open)}
        >
          <Icon name="filter" />
          {hidden > 0 && <span class="badge">{hidden}</span>}
        </button>
      </div>
      <div class="chips chips-scroll" role="group" aria-label={t('filter.statuses')}>
        <Toggle
          text={t('filter.any')}
          on={filter.statuses.length === 0}
          onToggle={() => onChange({ ...filter, statuses: [] })}
        />
        {statuses.map((status) => (
          <Toggle
            key={status}
            text={t(`status.${status}`)}
            count={counts?.[status]?.totalCount}
            look={status}
            on={filter.statuses.includes(status)}
            onToggle={() => onChange(toggleStatus(filter, status))}
          />
        ))}
      </div>
      <div id="filter-panel" class="card filter-panel" hidden={!open}>
        {open && <Panel filter={filter} onChange={onChange} />}
      </div>
    </search>
  )
}

function Panel({ filter, onChange }: Pick<Properties, 'filter' | 'onChange'>) {
  return (
    <>
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
    </>
  )
}

/** The person's own tasks, nobody's, or those of one of the others. */
function Whose({ filter, onChange }: Pick<Properties, 'filter' | 'onChange'>) {
  const staff = useQuery(StaffQuery, {}).data?.staff ?? []
  const others = staff.filter(({ id, active }) => id !== myId() && (active || id === filter.whose))
  const choices = [
    { whose: 'mine', text: t('filter.mine') },
    ...others.map(({ id, name, email }) => ({ whose: id, text: name || email })),
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

/** Asks once the person pauses, or says so. */
function Search({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  useEffect(() => {
    if (typed.trim() === text) return
    const pause = setTimeout(onChange, 300, typed.trim())
    return () => clearTimeout(pause)
  }, [typed])
  return (
    <SearchField
      label={t('filter.search')}
      type="search"
      value={typed}
      onInput={setTyped}
      onSubmit={() => onChange(typed.trim())}
    />
  )
}

function Dates({ filter, onChange }: Pick<Properties, 'filter' | 'onChange'>) {
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

interface ToggleProperties {
  text: string
  count?: number | undefined
  on: boolean
  onToggle: () => void
  look?: string
}

function Toggle({ text, count, on, onToggle, look }: ToggleProperties) {
  return (
    <button type="button" class={`chip ${look ? `chip-${look}` : ''}`} aria-pressed={on} onClick={onToggle}>
      {text}
      {count ? <span class="chip-count">{inDigits(language.value, count)}</span> : null}
    </button>
  )
}
