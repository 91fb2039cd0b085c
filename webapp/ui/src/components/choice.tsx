import type { TargetedKeyboardEvent } from 'preact'
import { useId, useState } from 'preact/hooks'

interface Properties<Value extends string> {
  label: string
  options: readonly Value[]
  chosen: Value | ''
  text: (value: Value) => string
  onChoose: (value: Value) => void
  /** "steps" shows the options as one bar, "chips" as separate ones. */
  look: 'steps' | 'chips'
  /** What is chosen is done at once: arrow keys move the focus alone, and Space or Enter chooses. */
  acts?: boolean
}

/** One of a few, all of them in sight. */
export function Choice<Value extends string>({ label, options, chosen, text, onChoose, look, acts = false }: Properties<Value>) {
  const name = useId()
  const [, draw] = useState({})
  return (
    <div class={look} role="radiogroup" aria-label={label} {...(acts && { onKeyDown: moveFocus })}>
      {options.map((option) => (
        <label key={option} class={`option option-${option}`}>
          <input
            class="visually-hidden"
            type="radio"
            name={name}
            value={option}
            checked={option === chosen}
            onChange={() => {
              onChoose(option)
              // The browser has moved the mark already; where the choice is refused it goes back.
              draw({})
            }}
          />
          <span>{text(option)}</span>
        </label>
      ))}
    </div>
  )
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }

/** In place of what the browser does, which chooses with each step. */
function moveFocus(event: TargetedKeyboardEvent<HTMLDivElement>): void {
  const radios = [...event.currentTarget.querySelectorAll('input')]
  const at = radios.indexOf(event.target as HTMLInputElement)
  const step = steps[event.key]
  if (step !== undefined) radios[(at + step + radios.length) % radios.length]?.focus()
  else if (event.key === 'Enter') radios[at]?.click()
  else return
  event.preventDefault()
}
