import { useId } from 'preact/hooks'
import { money } from '../../components/money'
import { Section } from '../../components/section'
import { statuses } from '../../domain/status'
import type { DataImport, ImportField } from '../../graphql/moving'
import type { Status } from '../../graphql/types'
import { t as common } from '../../locale'
import { t } from '../../locale/moving'

/** What a person has chosen in place of what is recognised. */
export interface Choices {
  columns: { sheet: string; column: string; field: ImportField | null }[]
  statuses: { word: string; status: Status }[]
}

interface Properties {
  row: DataImport
  choose: (choices: Partial<Choices>) => void
}

const fields: readonly ImportField[] = ['PHONE', 'OTHER_PHONES', 'NAME', 'FIRST_NAME', 'MIDDLE_NAME', 'LAST_NAME', 'EMAIL', 'COMPANY', 'ADDRESS', 'CUSTOMER_NOTE', 'KNOWN_SINCE', 'LANGUAGE', 'NUMBER', 'CREATED', 'READY', 'CLOSED', 'PROMISED', 'WARRANTY', 'STATUS', 'STAGE', 'CATEGORY', 'SHOP_CATEGORY', 'DESCRIPTION', 'ITEM', 'MAKER', 'MODEL', 'SERIAL', 'CONDITION', 'INCLUDES', 'PRICE', 'PAID', 'EMPLOYEE', 'NOTE']

/** What words for statuses mean, and what becomes of tasks without one. */
export function Statuses({ row, choose }: Properties) {
  const words = [...new Set([...row.statuses.map(({ word }) => word), ...row.unknownStatuses])].filter((word) => word !== '')
  const others = (word: string) => row.statuses.filter((known) => known.word !== word)
  const mean = (word: string, status: Status | '') => choose({ statuses: status ? [...others(word), { word, status }] : others(word) })
  const closes = row.statuses.some(({ word }) => word === '')
  return (
    <>
      {row.sheets.some(({ withoutStatus }) => withoutStatus) && (
        <Section>
          <p class="row">{t(closes ? 'closed' : 'open')}</p>
          <button type="button" class="row-button" onClick={() => mean('', closes ? '' : 'CLOSED')}>
            {t(closes ? 'leave' : 'close')}
          </button>
        </Section>
      )}
      {words.length > 0 && (
        <Section title={t('statuses')}>
          {words.map((word) => (
            <Choice
              key={word}
              title={word}
              value={row.statuses.find((known) => known.word === word)?.status ?? ''}
              options={statuses.map((status) => [status, common(`status.${status}`)])}
              onChange={(status) => mean(word, status)}
            />
          ))}
        </Section>
      )}
    </>
  )
}

/** What the columns say, sheet by sheet. */
export function Columns({ row, choose }: Properties) {
  const say = (sheet: string, column: string, field: ImportField | '') =>
    choose({ columns: [...row.columns.filter((known) => known.sheet !== sheet || known.column !== column), { sheet, column, field: field || null }] })
  return (
    <>
      {row.sheets.map(({ name, tasks, skipped, columns }) => (
        <Section key={name} title={name ? t(skipped ? 'sheet.skipped' : tasks ? 'sheet.tasks' : 'sheet.customers', { sheet: name }) : t(tasks ? 'tasks' : 'customers')}>
          {columns.map(({ column, heading, example, amount, field }) => (
            <Choice
              key={column}
              title={heading || t('column', { letter: column })}
              facts={example && (amount === null ? t('example', { example }) : t('example.amount', { example, amount: money(amount) }))}
              value={field ?? ''}
              options={fields.map((known) => [known, t(`field.${known}`)])}
              onChange={(chosen) => say(name, column, chosen)}
            />
          ))}
        </Section>
      ))}
    </>
  )
}

interface ChoiceProperties<Value extends string> {
  title: string
  facts?: string
  value: Value | ''
  options: (readonly [Value, string])[]
  onChange: (value: Value | '') => void
}

function Choice<Value extends string>({ title, facts, value, options, onChange }: ChoiceProperties<Value>) {
  const id = useId()
  return (
    <div class="moving-column">
      <label for={id}>{title}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value as Value | '')}>
        <option value="">{t('notTaken')}</option>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
      {facts && <span class="row-facts">{facts}</span>}
    </div>
  )
}
