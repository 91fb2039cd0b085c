import { useState } from 'preact/hooks'
import { Choice } from './choice'
import { Field } from './field'
import { config } from '../config'
import { addDays, today } from '../domain/days'
import { dayOf, hourOf, withHour } from '../domain/promise'
import { t } from '../locale/cards'

/** In so many days. */
const spans = ['0', '1', '3', '7'] as const
type Day = (typeof spans)[number] | 'none' | 'other'

interface Properties {
  /** As domain/promise has it. */
  promise: string
  onChoose: (promise: string) => void
  error: string | undefined
}

/** Until when the task is promised: a day, with one tap for the nearest, and the hour where it matters. */
export function PromiseChoice({ promise, onChoose, error }: Properties) {
  const now = today(config.value.timezone)
  const day = dayOf(promise)
  const [other, setOther] = useState(false)
  const known: Day = day === '' ? 'none' : (spans.find((span) => addDays(now, Number(span)) === day) ?? 'other')
  const chosen = other ? 'other' : known
  return (
    <>
      <Choice<Day>
        look="chips"
        label={t('promised')}
        options={['none', ...spans, 'other']}
        chosen={chosen}
        text={(day) => t(`promised.${day}`)}
        onChoose={(day) => {
          setOther(day === 'other')
          if (day !== 'other') onChoose(day === 'none' ? '' : withHour(addDays(now, Number(day)), hourOf(promise)))
        }}
      />
      {(chosen === 'other' || error) && (
        <Field
          type="date"
          label={t('promised.day')}
          value={day}
          onInput={(day) => onChoose(withHour(day, hourOf(promise)))}
          error={error}
        />
      )}
      {day !== '' && (
        <Field type="time" label={t('promised.hour')} value={hourOf(promise)} onInput={(hour) => onChoose(withHour(day, hour))} />
      )}
    </>
  )
}
