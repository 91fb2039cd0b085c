import { useState } from 'preact/hooks'
import { spanOf } from '../../domain/duration'
import { ticks } from '../../domain/scale'
import type { Stats } from '../../graphql/overview'
import { t } from '../../locale/overview'
import { ChartFrame } from './chart-frame'
import { HiddenTable, inWords, mostDailyBars, Readout, shortDate, wholeRange } from './chart-parts'

const hour = { unit: 'h', seconds: 3600 } as const
const day = { unit: 'd', seconds: 86400 } as const

/** A dot for each day's median time to ready, and a line for the median of all of them. */
export function ReadyChart({ stats: { days, medianSecondsToReady } }: { stats: Stats }) {
  const [selected, setSelected] = useState<number | null>(null)
  const shown = selected === null ? null : (days[selected] ?? null)
  const largest = Math.max(0, ...days.map((day) => day.medianSecondsToReady ?? 0))
  const { unit, seconds } = largest >= 3 * day.seconds ? day : hour
  const scale = ticks(largest / seconds)
  const top = scale.at(-1)! * seconds

  return (
    <section class="section" aria-labelledby="ready-title">
      <h2 id="ready-title" class="section-title">
        {t('readyTime')}
      </h2>
      {medianSecondsToReady === null ? (
        <p class="card row quiet">{t('noMedian')}</p>
      ) : (
        <div class="card chart-card">
          <Readout
            values={[
              {
                look: 'ready',
                label: t('median'),
                text: inUnits(shown ? shown.medianSecondsToReady : medianSecondsToReady),
              },
            ]}
            when={shown ? inWords(shown.day) : wholeRange(days)}
          />
          <ChartFrame
            label={`${t('readyTime')}. ${t('keys')}`}
            spoken={(index) => `${inWords(days[index]!.day)}: ${inUnits(days[index]!.medianSecondsToReady)}`}
            places={days.length}
            selected={selected}
            onSelect={setSelected}
            lines={scale.map((at) => ({ at, label: t(unit, { count: at }) }))}
            dateOf={(index) => shortDate(days[index]!.day)}
          >
            {({ left, top: y, width, height }) => {
              const step = width / days.length
              const yOf = (seconds: number) => y + height * (1 - seconds / top)
              const median = yOf(medianSecondsToReady)
              return (
                <>
                  <line class="median-line" x1={left} x2={left + width} y1={median} y2={median} />
                  {days.map(
                    ({ day, medianSecondsToReady: seconds }, index) =>
                      seconds !== null && (
                        <circle
                          key={day}
                          class="dot"
                          cx={left + (index + 0.5) * step}
                          cy={yOf(seconds)}
                          r={days.length > mostDailyBars ? 2.5 : 4}
                        />
                      ),
                  )}
                </>
              )
            }}
          </ChartFrame>
          <HiddenTable
            caption={t('readyTime')}
            columns={[t('day'), t('median')]}
            rows={days.map(({ day, medianSecondsToReady }) => [inWords(day), inUnits(medianSecondsToReady)])}
          />
        </div>
      )}
    </section>
  )
}

function inUnits(seconds: number | null): string {
  if (seconds === null) return t('none')
  const { unit, count } = spanOf(seconds)
  return t(unit, { count })
}
