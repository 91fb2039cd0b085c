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
  const [{ content, restored, attempt }, setState] = useState<Draft<Content>>(() => {
    const kept = read<Content>(key)
    return { content: { ...empty, ...kept?.content }, restored: kept !== null, attempt: kept?.attempt ?? newAttempt() }
  })
  useUnsaved(!isSame(content, empty))
  useEffect(() => () => forget(key), [key])

  return {
    content,
    /** Whether the content is from a form that was not finished. */
    restored,
    /** Names this content for the server (see `withIdempotencyKey`). */
    attempt,
    change(part: Partial<Content>) {
      const changed = { ...content, ...part }
      const attempt = newAttempt()
      if (isSame(changed, empty)) forget(key)
      else remember(key, JSON.stringify({ content: changed, attempt } satisfies Kept<Content>))
      setState({ content: changed, restored, attempt })
    },
    discard() {
      forget(key)
      setState({ content: empty, restored: false, attempt: newAttempt() })
    },
  }
}

interface Kept<Content> {
  content: Content
  attempt: string
}

interface Draft<Content> extends Kept<Content> {
  restored: boolean
}

function newAttempt(): string {
  return `${Date.now()}.${Math.random()}` // randomUUID is for https alone
}

function isSame(one: Record<string, string>, other: Record<string, string>): boolean {
  return Object.keys(other).every((field) => one[field] === other[field])
}

function read<Content>(key: string): Partial<Kept<Content>> | null {
  try {
    return JSON.parse(remembered(key) ?? 'null') as Partial<Kept<Content>> | null
  } catch {
    return null
  }
}
