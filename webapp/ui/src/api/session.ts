import { effect, signal } from '@preact/signals-core'
import type { Tokens } from '../graphql/documents'
import { forget, onOtherTab, remember, remembered } from '../storage'
import { keepDevice } from './device'

export interface Session {
  token: string
  refreshToken: string
}

let name = 'session'

/** Null while nobody is logged in. Shared by the tabs of one browser. */
export const session = signal<Session | null>(storedSession())

/** True once the server has refused the session, so that the login can say why it is asked for. */
export const sessionEnded = signal(false)

effect(() => {
  if (session.value === null) forget(name)
  else remember(name, JSON.stringify(session.value))
})

onOtherTab((changed) => {
  if (changed === name) session.value = storedSession()
})

/** Accounts of one Telegram client share its storage: each of them has a session of its own. */
export function keepSessionOf(telegramUser: number): void {
  name = `session.${telegramUser}`
  session.value = storedSession()
}

/** What is stored now, which another tab may have refreshed a moment ago. */
export function storedSession(): Session | null {
  return read(remembered(name))
}

/** The id of who is logged in, as the access token says; empty while nobody is. */
export function myId(of: Session | null = session.value): string {
  try {
    const [, payload = ''] = of?.token.split('.') ?? []
    const { sub } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { sub?: string }
    return sub ?? ''
  } catch {
    return ''
  }
}

/** The session in the answer to a login, which from then on knows this device; null where it was refused. */
export function sessionOf({ token, refreshToken, deviceToken }: Pick<Tokens, 'token' | 'refreshToken' | 'deviceToken'>): Session | null {
  if (deviceToken) keepDevice(deviceToken)
  return token && refreshToken ? { token, refreshToken } : null
}

export function startSession(started: Session): void {
  sessionEnded.value = false
  session.value = started
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
