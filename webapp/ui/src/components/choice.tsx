import { useId, useState } from 'preact/hooks'

interface Properties<Value extends string> {
  label: string
  options: readonly Value[]
  chosen: Value | ''
  text: (value: Value) => string
  onChoose: (value: Value) => void
  /** "steps" shows the options as one bar, "chips" as separate ones. */
  look: 'steps' | 'chips'
}

/** One of a few, all of them in sight. */
export function Choice<Value extends string>({ label, options, chosen, text, onChoose, look }: Properties<Value>) {
  const name = useId()
  const [, draw] = useState({})
  return (
    <div class={look} role="radiogroup" aria-label={label}>
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
