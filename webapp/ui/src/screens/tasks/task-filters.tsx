import { useState } from 'preact/hooks'
import { Icon } from '../../components/icon'
import { lazy } from '../../components/lazy'
import { ListSearch } from '../../components/list-search'
import { ScanButton } from '../../components/scan-button'
import { Toggle } from '../../components/toggle'
import { defaultFilter, statusGroupOf, statusGroups, type TaskFilter } from '../../domain/filter'
import { openStatuses } from '../../domain/status'
import type { Status } from '../../graphql/types'
import { t } from '../../locale'

const FilterPanel = lazy(async () => (await import('../core-chunk')).FilterPanel, 0)
const ChosenFilters = lazy(async () => (await import('../core-chunk')).ChosenFilters, 0)

interface Properties {
  filter: TaskFilter
  counts?: Partial<Record<Status | 'awaiting' | 'overdue' | 'listed', { totalCount: number } | null>> | null
  onChange: (filter: TaskFilter) => void
}

/** The search and the statuses in sight; the rest behind a button, and in a line while it is in force. */
export function TaskFilters({ filter, counts, onChange }: Properties) {
  const [open, setOpen] = useState(false)
  const group = statusGroupOf(filter)
  const { category, whose, from, to, updatedTo, due, urgent } = filter
  const hidden = [category, whose, from || to, updatedTo, due !== 'overdue' && due, urgent, !group].filter(Boolean).length
  const countOf = (name: (typeof statusGroups)[number]['name']) =>
    name === 'open' ? openCount(counts) : counts?.[name as Status]?.totalCount

  return (
    <search class="filters">
      <div class="filters-line">
        <ListSearch label={t('filter.search')} text={filter.search} onChange={(search) => onChange({ ...filter, search })} />
        <ScanButton />
        <button
          type="button"
          class="round-button"
          aria-haspopup="dialog"
          aria-label={t('filter.more')}
          title={t('filter.more')}
          onClick={() => setOpen(true)}
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
        {(filter.due === 'overdue' || !!counts?.overdue?.totalCount) && (
          <Toggle
            text={t('filter.overdue')}
            count={counts?.overdue?.totalCount}
            look="overdue"
            on={filter.due === 'overdue'}
            onToggle={() => onChange({ ...filter, due: filter.due === 'overdue' ? '' : 'overdue' })}
          />
        )}
        {statusGroups.map(({ name, statuses }) => (
          <Toggle
            key={name}
            text={t(name === 'open' || name === 'closed' || name === 'any' ? `filter.${name}` : `status.${name}`)}
            count={countOf(name)}
            look={name}
            on={group?.name === name}
            onToggle={() => onChange({ ...filter, statuses })}
          />
        ))}
      </div>
      {hidden > 0 && (
        <div class="chosen-filters">
          <ChosenFilters filter={filter} onChange={onChange} />
        </div>
      )}
      {open && (
        <FilterPanel filter={filter} count={counts?.listed?.totalCount} onChange={onChange} onClose={() => setOpen(false)} />
      )}
    </search>
  )
}

function openCount(counts: Properties['counts']): number | undefined {
  return counts ? openStatuses.reduce((sum, status) => sum + (counts[status]?.totalCount ?? 0), 0) : undefined
}
