import type { ComponentChildren, TargetedEvent } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { lengthOf } from '../domain/limits'
import { t } from '../locale'

interface Properties {
  label: string
  value: string
  onInput: (value: string) => void
  hint?: ComponentChildren
  error?: string | undefined
  type?: 'text' | 'tel' | 'email' | 'password' | 'date' | 'time' | 'url'
  multiline?: boolean
  inputMode?: 'numeric' | 'decimal'
  autocomplete?: string
  maxLength?: number
  /** In characters: near it they are counted, and beyond it the field says so. */
  longest?: number
  readOnly?: boolean
  /** Takes the focus when the screen opens. */
  first?: boolean
  placeholder?: string
}

/** A labelled input as a row of a card, with its error or hint below. */
export function Field({ label, value, onInput, hint, error, type = 'text', multiline = false, first = false, longest, ...more }: Properties) {
  const id = useId()
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    if (first) element.current?.focus()
  }, [])
  // Counted where it matters: a text is typed letter by letter.
  const length = longest !== undefined && value.length > longest * 0.9 ? lengthOf(value) : 0
  const tooLong = longest !== undefined && length > longest
  const wrong = tooLong ? t('error.invalid.tooLong.by', { count: longest, more: length - longest }) : error
  const note = wrong ?? (length > 0 ? t('field.length', { length, longest: longest! }) : hint)
  // One set of attributes for both elements, whose own types share no common one.
  const common: object = {
    id,
    ref: element,
    value,
    'aria-invalid': wrong !== undefined,
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
        <p id={`${id}-note`} class={wrong ? 'field-error' : 'field-hint'} role={wrong ? 'alert' : undefined}>
          {note}
        </p>
      )}
    </div>
  )
}
