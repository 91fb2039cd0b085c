import { useState } from 'preact/hooks'
import { Field } from '../../components/field'
import { Icon } from '../../components/icon'
import { money } from '../../components/money'
import { useRest } from '../../components/use-rest'
import { type LineFault, type LineValues } from '../../domain/estimate'
import { moneyTyped } from '../../domain/money'
import type { UsedLine } from '../../graphql/prices'
import { language } from '../../locale'
import { t } from '../../locale/prices'

interface Properties {
  values: LineValues
  /** Lines of other estimates, the newest first. */
  used: readonly UsedLine[]
  faults: ReadonlyMap<number, LineFault>
  onChange: (part: Partial<LineValues>) => void
}

/** How many lines that were used before are offered at once. */
const offered = 4

/** The lines of an estimate as fields, and below the one that is typed in those that were used before. */
export function EstimateLines({ values, used, faults, onChange }: Properties) {
  const [typedIn, setTypedIn] = useState(-1)
  const { text, quantity, price } = values
  // The next line slides under the finger.
  const resting = useRest(String(text.length))
  return (
    <>
      {text.map((words, place) => {
        const wrong = faults.get(place)
        const error = (field: LineFault) => (wrong === field ? t(`line.wrong.${field}`) : undefined)
        return (
          <div key={place} class="estimate-line" role="group" aria-label={t('line.of', { number: place + 1 })}>
            <div class="estimate-line-text" onFocusIn={() => setTypedIn(place)}>
              <Field
                label={t('line.text')}
                autocomplete="off"
                maxLength={200}
                first={place === text.length - 1 && words === ''}
                value={words}
                error={error('text')}
                onInput={(words) => onChange({ text: text.with(place, words) })}
              />
              {text.length > 1 && (
                <button
                  type="button"
                  class="round-button"
                  aria-label={t('line.remove', { number: place + 1 })}
                  title={t('line.remove', { number: place + 1 })}
                  aria-disabled={resting}
                  onClick={() => !resting && onChange(without(values, place))}
                >
                  <Icon name="close" />
                </button>
              )}
            </div>
            {typedIn === place && (
              <Used
                lines={matching(used, values, place)}
                onPick={(line) => {
                  setTypedIn(-1)
                  onChange({ text: text.with(place, line.text), price: price.with(place, moneyTyped(line.price, language.value)) })
                }}
              />
            )}
            <div class="estimate-numbers" onFocusIn={() => setTypedIn(-1)}>
              <Field
                label={t('line.quantity')}
                inputMode="numeric"
                autocomplete="off"
                value={quantity[place] ?? ''}
                error={error('quantity')}
                onInput={(count) => onChange({ quantity: quantity.with(place, count) })}
              />
              <Field
                label={t('line.price')}
                inputMode="decimal"
                autocomplete="off"
                value={price[place] ?? ''}
                error={error('price')}
                onInput={(amount) => onChange({ price: price.with(place, amount) })}
              />
            </div>
          </div>
        )
      })}
    </>
  )
}

function Used({ lines, onPick }: { lines: readonly UsedLine[]; onPick: (line: UsedLine) => void }) {
  if (lines.length === 0) return null
  return (
    <ul class="used-lines" aria-label={t('line.used')}>
      {lines.map((line) => (
        <li key={line.text}>
          <button type="button" class="row-button" onClick={() => onPick(line)}>
            <span>{line.text}</span>
            <span class="estimate-money">{money(line.price)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What was used before and holds what is typed, but for what the estimate has already. */
function matching(used: readonly UsedLine[], { text }: LineValues, place: number): readonly UsedLine[] {
  const typed = (text[place] ?? '').trim().toLowerCase()
  return used.filter((line) => !text.includes(line.text) && line.text.toLowerCase().includes(typed)).slice(0, offered)
}

function without({ text, quantity, price }: LineValues, place: number): LineValues {
  return { text: text.toSpliced(place, 1), quantity: quantity.toSpliced(place, 1), price: price.toSpliced(place, 1) }
}
