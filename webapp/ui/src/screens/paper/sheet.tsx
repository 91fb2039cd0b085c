import './paper.css'
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

/** In millimetres; a roll is cut where its text ends. */
const sizes = { a6: [105, 148], roll: [80, null], label: [58, 40], poster: [210, 297] } as const

export type SheetSize = keyof typeof sizes

/** A long text is written smaller, down to what can still be read; beyond that the style sheet cuts it. */
const scales = [1, 0.92, 0.85, 0.78, 0.72]

/** What a printer's fonts may take more than the screen's, in pixels. */
const spare = 6

interface Properties {
  size: SheetSize
  /** What a screen reader calls it. */
  label: string
  children: ComponentChildren
}

/** A sheet of paper: shown as large as there is room, and printed alone, on a page of its size. */
export function Sheet({ size, label, children }: Properties) {
  const [width, height] = sizes[size]
  const frame = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const page = useRef<CSSStyleSheet | null>(null)

  useEffect(() => {
    const own = new CSSStyleSheet()
    page.current = own
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, own]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== own)
    }
  }, [])

  const lay = () => {
    const [outer, inner, text] = [frame.current, sheet.current, content.current]
    if (!outer || !inner || !text) return
    const padding = parseFloat(getComputedStyle(inner).paddingBlockStart) * 2
    if (height !== null) {
      for (const scale of scales) {
        inner.style.setProperty('--scale', String(scale))
        if (text.offsetHeight + padding + spare <= inner.clientHeight) break
      }
    }
    // A policy against inline styles leaves style sheets that a program makes.
    const millimetre = inner.offsetWidth / width
    const length = height ?? Math.ceil((text.offsetHeight + padding + spare) / millimetre)
    inner.style.setProperty('--length', `${length}mm`)
    page.current?.replaceSync(`@page { size: ${width}mm ${length}mm; margin: 0 }`)
    const shown = Math.min(size === 'label' ? 1.5 : 1, outer.clientWidth / inner.offsetWidth)
    inner.style.setProperty('--shown', String(shown))
    outer.style.height = `${inner.offsetHeight * shown}px`
  }
  const latest = useRef(lay)
  latest.current = lay
  useLayoutEffect(lay)
  useEffect(() => {
    latest.current()
    const observer = new ResizeObserver(() => latest.current())
    observer.observe(frame.current!)
    observer.observe(content.current!)
    return () => observer.disconnect()
  }, [])

  return (
    <div class="sheet-frame" ref={frame}>
      <article class={`sheet sheet-${size}`} ref={sheet} aria-label={label}>
        <div ref={content}>{children}</div>
      </article>
    </div>
  )
}
