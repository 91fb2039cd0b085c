import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../../components/icon'
import { lazy } from '../../components/lazy'
import { SearchField } from '../../components/search-field'
import { Toggle } from '../../components/toggle'
import { defaultFilter, toggleStatus, type TaskFilter } from '../../domain/filter'
import { statuses } from '../../domain/status'
import type { Status } from '../../graphql/types'
import { t } from '../../locale'

const FilterPanel = lazy(async () => (await import('../core-chunk')).FilterPanel, 2)

interface Properties {
  filter: TaskFilter
  /** How many there are of the open statuses. */
  counts?: Partial<Record<Status | 'awaiting', { totalCount: number } | null>> | null
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
          text={t('filter.awaiting')}
          count={counts?.awaiting?.totalCount}
          look="awaiting"
          on={filter.awaiting}
          // Whatever has become of the task meanwhile, its customer waits.
          onToggle={() => onChange({ ...filter, awaiting: !filter.awaiting, statuses: filter.awaiting ? defaultFilter.statuses : [] })}
        />
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
      <div id="filter-panel" class="filter-panel" hidden={!open}>
        {open && <FilterPanel filter={filter} onChange={onChange} />}
      </div>
    </search>
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
