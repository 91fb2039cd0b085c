import { useQuery } from '../../api/query'
import { Icon } from '../../components/icon'
import { useRest } from '../../components/use-rest'
import { config } from '../../config'
import { dayInWords } from '../../domain/day-in-words'
import { today } from '../../domain/days'
import { defaultFilter, isSingleDay, statusGroupOf, type TaskFilter } from '../../domain/filter'
import { memberName } from '../../domain/member'
import { StaffQuery } from '../../graphql/tasks'
import { language } from '../../locale'
import { t } from '../../locale/cards'

interface Properties {
  filter: TaskFilter
  onChange: (filter: TaskFilter) => void
}

/** What narrows the list beside what is always in sight, each taken off by a tap. */
export function ChosenFilters({ filter, onChange }: Properties) {
  const { category, whose, due, urgent, updatedTo, statuses } = filter
  const staff = useQuery(StaffQuery, {}).data?.staff
  const member = staff?.find(({ id }) => id === whose)
  const chosen: { text: string | false | undefined; without: Partial<TaskFilter> }[] = [
    { text: whose === 'mine' || whose === 'nobody' ? t(`filter.${whose}`) : member && memberName(member), without: { whose: '' } },
    {
      text: !statusGroupOf(filter) && statuses.map((status) => t(`status.${status}`)).join(', '),
      without: { statuses: defaultFilter.statuses },
    },
    { text: category && t(`category.${category}`), without: { category: '' } },
    { text: due !== '' && due !== 'overdue' && `${t('filter.due')}: ${t(`due.${due}`)}`, without: { due: '' } },
    { text: urgent && t('filter.urgent'), without: { urgent: false } },
    { text: periodInWords(filter), without: { from: '', to: '' } },
    { text: updatedTo && t('filter.unchanged', { day: inWords(updatedTo) }), without: { updatedTo: '' } },
  ]
  // The next one slides under the finger.
  const resting = useRest(String(chosen.filter(({ text }) => text).length))
  return (
    <div class="chips chips-scroll" role="group" aria-label={t('filter.chosen')}>
      {chosen.map(
        ({ text, without }) =>
          text && (
            <button
              key={Object.keys(without)[0]}
              type="button"
              class="chip chip-chosen"
              aria-label={t('filter.takeOff', { filter: text })}
              aria-disabled={resting}
              onClick={() => !resting && onChange({ ...filter, ...without })}
            >
              {text}
              <Icon name="close" />
            </button>
          ),
      )}
    </div>
  )
}

function periodInWords(filter: TaskFilter): string {
  const { from, to } = filter
  if (isSingleDay(filter)) return inWords(from)
  if (from && to) return `${inWords(from)} – ${inWords(to)}`
  if (from) return t('filter.since', { from: inWords(from) })
  return to && t('filter.until', { to: inWords(to) })
}

function inWords(day: string): string {
  return dayInWords(day, today(config.value.timezone), language.value)
}
