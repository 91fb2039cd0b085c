import { useState } from 'preact/hooks'
import { ticks, weeksOf } from '../../domain/scale'
import type { Stats } from '../../graphql/overview'
import { t } from '../../locale/overview'
import { ChartFrame } from './chart-frame'
import { HiddenTable, inWords, mostDailyBars, number, Readout, shortDate, wholeRange } from './chart-parts'

/** Two bars for each day, or week of a long range: what was created, what was closed. */
export function FlowChart({ stats }: { stats: Stats }) {
  const weekly = stats.days.length > mostDailyBars
  const bars = weekly ? weeksOf(stats.days) : stats.days
  const [selected, setSelected] = useState<number | null>(null)
  const shown = selected === null ? null : (bars[selected] ?? null)
  const sum = (part: 'created' | 'closed') => bars.reduce((total, bar) => total + bar[part], 0)
  const title = t(weekly ? 'flowWeeks' : 'flow')
  const scale = ticks(Math.max(...bars.flatMap(({ created, closed }) => [created, closed])))
  const top = scale.at(-1)!

  return (
    <section class="section" aria-labelledby="flow-title">
      <h2 id="flow-title" class="section-title">
        {title}
      </h2>
      <div class="card chart-card">
        <Readout
          values={[
            { look: 'created', label: t('created'), text: number(shown ? shown.created : sum('created')) },
            { look: 'closed', label: t('closed'), text: number(shown ? shown.closed : sum('closed')) },
          ]}
          when={shown ? `${weekly ? `${t('week')} ` : ''}${inWords(shown.day)}` : wholeRange(stats.days)}
        />
        <ChartFrame
          label={`${title}. ${t('keys')}`}
          spoken={(index) => {
            const { day, created, closed } = bars[index]!
            return `${inWords(day)}. ${t('created')}: ${created}. ${t('closed')}: ${closed}`
          }}
          places={bars.length}
          selected={selected}
          onSelect={setSelected}
          lines={scale.map((at) => ({ at, label: number(at) }))}
          dateOf={(index) => shortDate(bars[index]!.day)}
        >
          {({ left, top: y, width, height }) => {
            const step = width / bars.length
            const thickness = Math.min(18, Math.max(2, step * 0.36))
            return bars.map(({ day, created, closed }, index) => {
              const middle = left + (index + 0.5) * step
              return (
                <g key={day}>
                  <Bar look="created" x={middle - thickness - 0.5} part={created / top} {...{ y, height, thickness }} />
                  <Bar look="closed" x={middle + 0.5} part={closed / top} {...{ y, height, thickness }} />
                </g>
              )
            })
          }}
        </ChartFrame>
        <HiddenTable
          caption={title}
          columns={[t(weekly ? 'week' : 'day'), t('created'), t('closed')]}
          rows={bars.map(({ day, created, closed }) => [inWords(day), number(created), number(closed)])}
        />
      </div>
    </section>
  )
}

interface BarProperties {
  look: 'created' | 'closed'
  x: number
  y: number
  /** Of the whole height. */
  part: number
  height: number
  thickness: number
}

function Bar({ look, x, y, part, height, thickness }: BarProperties) {
  const long = height * part
  const rounding = Math.min(2, thickness / 2)
  return <rect class={`bar-${look}`} x={x} y={y + height - long} width={thickness} height={long} rx={rounding} />
}
