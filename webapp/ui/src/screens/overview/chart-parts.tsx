import { config } from '../../config'
import { dayInWords } from '../../domain/day-in-words'
import { today } from '../../domain/days'
import type { Day } from '../../graphql/overview'
import { language } from '../../locale'
import { dateFormat, inDigits } from '../../locale/formats'

/** With more days than this a bar would be thinner than a finger can tell. */
export const mostDailyBars = 31

export interface Value {
  look: 'created' | 'closed' | 'ready'
  label: string
  text: string
}

/** The values of the chosen place, or of the whole chart, above it; the legend at the same time. */
export function Readout({ values, when }: { values: readonly Value[]; when: string }) {
  return (
    <div class="readout">
      <dl>
        {values.map(({ look, label, text }) => (
          <div key={look}>
            <dt>
              <span class={`swatch swatch-${look}`} />
              {label}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p class="readout-when">{when}</p>
    </div>
  )
}

interface TableProperties {
  caption: string
  columns: readonly string[]
  /** The first cell is the row's heading. */
  rows: readonly (readonly string[])[]
}

/** The chart's numbers for who does not see it. */
export function HiddenTable({ caption, columns, rows }: TableProperties) {
  return (
    <div class="visually-hidden">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([heading, ...cells]) => (
            <tr key={heading}>
              <th scope="row">{heading}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function number(count: number): string {
  return inDigits(language.value, count)
}

export function inWords(day: string): string {
  return dayInWords(day, today(config.value.timezone), language.value)
}

export function wholeRange(days: readonly Pick<Day, 'day'>[]): string {
  return `${inWords(days[0]!.day)} – ${inWords(days.at(-1)!.day)}`
}

/** "12 мар", as the language writes it. */
export function shortDate(day: string): string {
  return dateFormat(language.value, { timeZone: 'UTC', day: 'numeric', month: 'short' })
    .format(new Date(`${day}T00:00:00Z`))
    .replace('.', '')
}
