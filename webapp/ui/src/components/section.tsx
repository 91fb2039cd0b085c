import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface Properties {
  title?: string
  /** A remark below the card. */
  note?: ComponentChildren
  children: ComponentChildren
}

/** A rounded card with its heading above it, as in Telegram's settings. */
export function Section({ title, note, children }: Properties) {
  const id = useId()
  return (
    <section class="section" aria-labelledby={title ? id : undefined}>
      {title && (
        <h2 id={id} class="section-title">
          {title}
        </h2>
      )}
      <div class="card">{children}</div>
      {note && <div class="section-note">{note}</div>}
    </section>
  )
}
