import { Icon } from './icon'

interface Properties {
  text: string
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
}

/** Something that is on or off, as a row of a card. */
export function CheckRow({ text, hint, checked, onChange }: Properties) {
  return (
    <label class="row-option">
      <input class="visually-hidden" type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span class="row-text">
        {text}
        {hint && <span class="row-facts">{hint}</span>}
      </span>
      <Icon name="check" />
    </label>
  )
}
