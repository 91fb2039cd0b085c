import { language } from '../locale'
import { inDigits } from '../locale/formats'

interface Properties {
  text: string
  count?: number | undefined
  on: boolean
  onToggle: () => void
  look?: string
}

/** One of the chips that narrow a list. */
export function Toggle({ text, count, on, onToggle, look }: Properties) {
  return (
    <button type="button" class={`chip ${look ? `chip-${look}` : ''}`} aria-pressed={on} onClick={onToggle}>
      {text}
      {count ? <span class="chip-count">{inDigits(language.value, count)}</span> : null}
    </button>
  )
}
