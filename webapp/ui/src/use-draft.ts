import { useEffect, useState } from 'preact/hooks'
import { myId } from './api/session'
import { forget, remember, remembered } from './storage'
import { useUnsaved } from './use-unsaved'

/**
 * The content of a form, which survives that the page is closed: Telegram ends an app in the
 * background, and phones run out of power. Leaving the form, saved or not, forgets it; leaving it
 * unsaved asks first.
 */
export function useDraft<Content extends Record<string, string>>(name: string, empty: Content) {
  const key = `draft.${myId()}.${name}`
  const [{ content, restored }, setState] = useState<{ content: Content; restored: boolean }>(() => {
    const kept = read<Content>(key)
    return { content: { ...empty, ...kept }, restored: kept !== null }
  })
  useUnsaved(!isSame(content, empty))
  useEffect(() => () => forget(key), [key])

  return {
    content,
    /** Whether the content is from a form that was not finished. */
    restored,
    change(part: Partial<Content>) {
      const changed = { ...content, ...part }
      if (isSame(changed, empty)) forget(key)
      else remember(key, JSON.stringify(changed))
      setState({ content: changed, restored })
    },
    discard() {
      forget(key)
      setState({ content: empty, restored: false })
    },
  }
}

function isSame(one: Record<string, string>, other: Record<string, string>): boolean {
  return Object.keys(other).every((field) => one[field] === other[field])
}

function read<Content>(key: string): Partial<Content> | null {
  try {
    return JSON.parse(remembered(key) ?? 'null') as Partial<Content> | null
  } catch {
    return null
  }
}
