import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** The area for drawing, in pixels of the screen. */
export interface Area {
  left: number
  top: number
  width: number
  height: number
}

const height = 190
const margin = { left: 40, right: 8, top: 10, bottom: 24 }

export interface Line {
  /** From 0 to the scale's top. */
  at: number
  label: string
}

interface Properties {
  /** What a screen reader calls the chart; what it says of one place is `spoken`. */
  label: string
  spoken: (index: number) => string
  /** How many places there are along the chart. */
  places: number
  selected: number | null
  onSelect: (index: number | null) => void
  lines: readonly Line[]
  /** Below the chart, for the places that have room for one. */
  dateOf: (index: number) => string
  children: (area: Area) => ComponentChildren
}

/**
 * Lines, dates and the choice of a place by pointer, finger or arrow keys. It is drawn in the screen's
 * own pixels, so that its texts are of one size on a phone and on a desktop.
 */
export function ChartFrame({ label, spoken, places, selected, onSelect, lines, dateOf, children }: Properties) {
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)))
    observer.observe(frame.current!)
    return () => observer.disconnect()
  }, [])

  const area: Area = {
    left: margin.left,
    top: margin.top,
    width: Math.max(0, width - margin.left - margin.right),
    height: height - margin.top - margin.bottom,
  }
  const step = area.width / places
  const top = lines.at(-1)?.at ?? 1
  const everyDate = Math.max(1, Math.ceil(88 / Math.max(step, 1)))

  const select = (event: PointerEvent) => {
    const x = event.clientX - frame.current!.getBoundingClientRect().left - area.left
    onSelect(Math.min(places - 1, Math.max(0, Math.floor(x / step))))
  }
  const move = (event: KeyboardEvent) => {
    const from = selected ?? places
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: places - 1 }[event.key]
    if (event.key === 'Escape') onSelect(null)
    if (to === undefined) return
    event.preventDefault()
    onSelect(Math.min(places - 1, Math.max(0, to)))
  }

  return (
    <div
      ref={frame}
      class="chart"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={places - 1}
      aria-valuenow={selected ?? places - 1}
      aria-valuetext={spoken(selected ?? places - 1)}
      onPointerDown={select}
      onPointerMove={select}
      onPointerLeave={(event) => event.pointerType === 'mouse' && onSelect(null)}
      onKeyDown={move}
      onBlur={() => onSelect(null)}
    >
      <svg width={width} height={height} aria-hidden="true">
        {lines.map(({ at, label }) => {
          const y = area.top + area.height * (1 - at / top)
          return (
            <g key={at}>
              <line class="chart-line" x1={area.left} x2={area.left + area.width} y1={y} y2={y} />
              <text class="chart-text" x={area.left - 6} y={y + 4} text-anchor="end">
                {label}
              </text>
            </g>
          )
        })}
        {selected !== null && (
          <rect class="chart-selected" x={area.left + selected * step} y={area.top} width={step} height={area.height} />
        )}
        {width > 0 && children(area)}
        {Array.from({ length: places }, (_, index) => index)
          // Counted from the last one, which is today.
          .filter((index) => (places - 1 - index) % everyDate === 0)
          .map((index) => {
            const x = area.left + (index + 0.5) * step
            const atEdge = x > area.left + area.width - 24
            return (
              <text
                key={index}
                class="chart-text"
                x={atEdge ? area.left + area.width : x}
                y={height - 6}
                text-anchor={atEdge ? 'end' : 'middle'}
              >
                {dateOf(index)}
              </text>
            )
          })}
      </svg>
    </div>
  )
}
