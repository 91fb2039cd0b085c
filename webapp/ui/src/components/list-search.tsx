import { useEffect, useRef, useState } from 'preact/hooks'
import { SearchField } from './search-field'

interface Properties {
  label: string
  /** What the list is searched for. */
  text: string
  onChange: (text: string) => void
}

/** Searches a list once the person pauses, or says so. */
export function ListSearch({ label, text, onChange }: Properties) {
  const [typed, setTyped] = useState(text)
  // What was asked for last comes back as `text`, when more may be typed already: a space before the next word.
  const asked = useRef(text)
  const ask = () => {
    if (typed.trim() !== asked.current) onChange((asked.current = typed.trim()))
  }
  // What else is chosen during the pause stays chosen.
  const newest = useRef(ask)
  newest.current = ask
  useEffect(() => {
    if (text !== asked.current) setTyped((asked.current = text))
  }, [text])
  useEffect(() => {
    const pause = setTimeout(() => newest.current(), 300)
    return () => clearTimeout(pause)
  }, [typed])
  return <SearchField label={label} type="search" value={typed} onInput={setTyped} onSubmit={ask} />
}
