import { useRef } from 'preact/hooks'
import { t } from '../locale'
import { Icon } from './icon'

/** The longest search that the server takes, in characters. */
const longestSearch = 200

interface Properties {
  label: string
  type: 'tel' | 'search'
  value: string
  onInput: (value: string) => void
  onSubmit?: () => void
}

export function SearchField({ label, type, value, onInput, onSubmit }: Properties) {
  const input = useRef<HTMLInputElement>(null)
  // Preact types an input by each single value of this attribute.
  const typed: object = { type }
  return (
    <form
      class="search-field"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit?.()
        input.current?.blur()
      }}
    >
      <Icon name="search" />
      <input
        ref={input}
        {...typed}
        value={value}
        maxLength={longestSearch}
        aria-label={label}
        placeholder={label}
        autocomplete="off"
        enterkeyhint="search"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {value !== '' && (
        <button
          type="button"
          aria-label={t('filter.clear')}
          onClick={() => {
            onInput('')
            input.current?.focus()
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </form>
  )
}
