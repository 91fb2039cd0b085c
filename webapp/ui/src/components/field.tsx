import type { ComponentChildren, TargetedEvent } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

interface Properties {
  label: string
  value: string
  onInput: (value: string) => void
  hint?: ComponentChildren
  error?: string | undefined
  type?: 'text' | 'tel' | 'email' | 'password' | 'date' | 'url'
  multiline?: boolean
  inputMode?: 'numeric'
  autocomplete?: string
  maxLength?: number
  readOnly?: boolean
  /** Takes the focus when the screen opens. */
  first?: boolean
  placeholder?: string
}

/** A labelled input as a row of a card, with its error or hint below. */
export function Field({ label, value, onInput, hint, error, type = 'text', multiline = false, first = false, ...more }: Properties) {
  const id = useId()
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    if (first) element.current?.focus()
  }, [])
  const note = error ?? hint
  // One set of attributes for both elements, whose own types share no common one.
  const common: object = {
    id,
    ref: element,
    value,
    'aria-invalid': error !== undefined,
    'aria-describedby': note ? `${id}-note` : undefined,
    onInput: (event: TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) => onInput(event.currentTarget.value),
    ...more,
  }
  const input: object = { type, ...common }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {multiline ? <textarea rows={4} {...common} /> : <input {...input} />}
      {note && (
        <p id={`${id}-note`} class={error ? 'field-error' : 'field-hint'} role={error ? 'alert' : undefined}>
          {note}
        </p>
      )}
    </div>
  )
}
