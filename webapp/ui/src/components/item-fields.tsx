import './item-fields.css'
import { useRef } from 'preact/hooks'
import { useQuery } from '../api/query'
import { nameOf } from './customer-row'
import { Field } from './field'
import { config } from '../config'
import { dayInWords } from '../domain/day-in-words'
import { today } from '../domain/days'
import { SerialQuery } from '../graphql/counter'
import { language } from '../locale'
import { t } from '../locale/cards'
import type { FormState } from '../use-form'

/** What is known of the item, as ItemInput has it. */
export const itemFields = ['kind', 'maker', 'model', 'serial', 'condition', 'includes'] as const
export type ItemValues = Record<(typeof itemFields)[number], string>

interface Properties {
  form: Pick<FormState<ItemValues>, 'field' | 'values'>
  /** The task that the form is of, where it is a known one. */
  taskId?: string
}

/** What was brought: a word or two; the rest when it is asked for. */
export function ItemFields({ form, taskId }: Properties) {
  // Once open it stays so: who corrects the one field of it that is filled in empties it first.
  const more = useRef(false)
  more.current ||= itemFields.slice(1).some((name) => form.values[name] !== '' || form.field(name).error)
  return (
    <>
      <Field label={t('item.kind')} placeholder={t('item.kind.hint')} autocomplete="off" {...form.field('kind')} />
      <details class="item-more" open={more.current}>
        <summary>{t('item.more')}</summary>
        <div class="item-pair">
          <Field label={t('item.maker')} autocomplete="off" {...form.field('maker')} />
          <Field label={t('item.model')} autocomplete="off" {...form.field('model')} />
        </div>
        <Field label={t('item.serial')} autocomplete="off" {...form.field('serial')} />
        <KnownItem serial={form.values.serial.trim()} besides={taskId} />
        <Field label={t('item.condition')} placeholder={t('item.condition.hint')} {...form.field('condition')} />
        <Field label={t('item.includes')} {...form.field('includes')} />
      </details>
    </>
  )
}

/** Shorter ones are many things'. */
const shortestSerial = 4

/** The tasks that there were about what has this serial number. */
function KnownItem({ serial, besides }: { serial: string; besides: string | undefined }) {
  if (serial.length < shortestSerial) return null
  return <TasksOfItem serial={serial} besides={besides} />
}

function TasksOfItem({ serial, besides }: { serial: string; besides: string | undefined }) {
  const { data } = useQuery(SerialQuery, { serial }, { keep: true })
  const tasks = (data?.tasks?.nodes ?? []).filter(({ id }) => id !== besides)
  const now = today(config.value.timezone)
  return (
    <ul role="status">
      {tasks.map(({ id, createdAt, customer, status }) => (
        <li key={id} class="row item-known">
          {t('item.known', {
            id,
            day: createdAt ? dayInWords(createdAt, now, language.value) : t('day.unknown'),
            name: customer ? nameOf(customer) : t('task.withoutCustomer'),
            status: t(`status.${status ?? 'CLOSED'}`),
          })}
        </li>
      ))}
    </ul>
  )
}
