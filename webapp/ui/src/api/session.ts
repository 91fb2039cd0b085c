import { effect, signal } from '@preact/signals'
import { forget, onOtherTab, remember, remembered } from '../storage'

export interface Session {
  token: string
  refreshToken: string
}

const name = 'session'

/** Null while nobody is logged in. Shared by the tabs of one browser. */
export const session = signal<Session | null>(storedSession())

/** True once the server has refused the session, so that the login can say why it is asked for. */
export const sessionEnded = signal(false)

effect(() => {
  if (session.value === null) forget(name)
  else remember(name, JSON.stringify(session.value))
})

onOtherTab(name, (text) => {
  session.value = read(text)
})

/** What is stored now, which another tab may have refreshed a moment ago. */
export function storedSession(): Session | null {
  return read(remembered(name))
}

export function startSession(tokens: { token: string | null; refreshToken: string | null }): void {
  if (!tokens.token || !tokens.refreshToken) throw new Error('a session needs both tokens')
  sessionEnded.value = false
  session.value = { token: tokens.token, refreshToken: tokens.refreshToken }
}

export function endSession(reason: 'logout' | 'refused'): void {
  sessionEnded.value = reason === 'refused'
  session.value = null
}

function read(text: string | null): Session | null {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<Session> | null
    return value?.token && value.refreshToken ? { token: value.token, refreshToken: value.refreshToken } : null
  } catch {
    return null
  }
}
