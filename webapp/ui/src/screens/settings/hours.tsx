import { Section } from '../../components/section'
import { weekdays, withDay, type ShopContent } from '../../domain/settings'
import { t } from '../../locale/settings'
import type { FormState } from '../../use-form'

/** On which days the shop is open, and from when until when. */
export function Hours({ form }: { form: FormState<ShopContent> }) {
  const { values, change, errors } = form
  const note = errors.hours ? (
    <span role="alert" class="destructive">
      {errors.hours}
    </span>
  ) : (
    t('hours.note')
  )
  return (
    <Section title={t('hours')} note={note}>
      {weekdays.map((day) => {
        const open = values.open.includes(day)
        const name = t(`day.${day}`)
        const time = (end: 'from' | 'to', label: 'day.opens' | 'day.closes') => (
          <input
            type="time"
            aria-label={t(label, { day: name })}
            value={values[`${end}${day}`]}
            onInput={(event) => change({ [`${end}${day}`]: event.currentTarget.value })}
          />
        )
        return (
          <div class="settings-day" key={day}>
            <label>
              <input type="checkbox" checked={open} onChange={(event) => change(withDay(values, day, event.currentTarget.checked))} />
              {name}
            </label>
            {open ? (
              <span class="settings-span">
                {time('from', 'day.opens')}
                <span aria-hidden="true">–</span>
                {time('to', 'day.closes')}
              </span>
            ) : (
              <span class="settings-closed">{t('day.closed')}</span>
            )}
          </div>
        )
      })}
    </Section>
  )
}
