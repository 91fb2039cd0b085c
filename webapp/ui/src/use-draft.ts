import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { newIdempotencyKey } from './api/client'
import { myId } from './api/session'
import { forget, remember, remembered } from './storage'
import { useUnsaved } from './use-unsaved'

/** By the names of the fields: a text, or which of several are chosen. */
export type Content = Record<string, string | readonly string[]>

/**
 * The content of a form, which survives under its name that the page is closed: Telegram ends an app
 * in the background, and phones run out of power. Leaving the form, saved or not, forgets it; leaving
 * it unsaved asks first. Without a name nothing is kept and nothing asked.
 */
export function useDraft<Fields extends Content>(name: string | null, empty: Fields) {
  const key = name === null ? null : `draft.${myId()}.${name}`
  const [{ content, restored, attempt }, setState] = useState<Draft<Fields>>(() => {
    const kept = key === null ? null : read<Fields>(key)
    return { content: { ...empty, ...kept?.content }, restored: kept !== null, attempt: kept?.attempt ?? newIdempotencyKey() }
  })
  const changed = !isSame(content, empty)
  useUnsaved(changed && key !== null)
  useLayoutEffect(() => {
    if (key === null) return
    if (changed) remember(key, JSON.stringify({ content: worthKeeping(content, empty), attempt } satisfies Kept<Fields>))
    else forget(key)
  }, [key, changed, attempt])
  useEffect(() => () => {
    if (key !== null) forget(key)
  }, [key])

  return {
    content,
    /** Whether the content differs from the empty one. */
    changed,
    /** Whether the content is from a form that was not finished. */
    restored,
    /** Names this content for the server (see `withIdempotencyKey`). */
    attempt,
    change(part: Partial<Fields>) {
      // A browser fills in several fields at once.
      setState((before) => ({ ...before, content: { ...before.content, ...part }, attempt: newIdempotencyKey() }))
    },
    reset() {
      setState({ content: empty, restored: false, attempt: newIdempotencyKey() })
    },
  }
}

interface Kept<Fields> {
  content: Partial<Fields>
  attempt: string
}

interface Draft<Fields> {
  content: Fields
  restored: boolean
  attempt: string
}

/**
 * What was typed alone: what a colleague changes before the form is there again stays changed. A form with a `version`
 * tells of such a change itself, and asks; it is kept whole, as the person saw it.
 */
function worthKeeping<Fields extends Content>(content: Fields, empty: Fields): Partial<Fields> {
  if ('version' in content) return content
  return Object.fromEntries(Object.entries(content).filter(([field, value]) => inOrder(value) !== inOrder(empty[field]))) as Partial<Fields>
}

function isSame(one: Content, other: Content): boolean {
  return Object.keys(other).every((field) => inOrder(one[field]) === inOrder(other[field]))
}

/** In which order several were chosen makes no difference. */
function inOrder(value: Content[string] = ''): string {
  return typeof value === 'string' ? value : [...value].sort().join()
}

function read<Fields>(key: string): Partial<Kept<Fields>> | null {
  try {
    return JSON.parse(remembered(key) ?? 'null') as Partial<Kept<Fields>> | null
  } catch {
    return null
  }
}
