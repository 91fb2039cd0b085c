import { signal } from '@preact/signals'
import { forgetAnswers, mutate } from './api/client'
import { fromThisDevice } from './api/device'
import { given, inWords, Problem } from './api/problem'
import { sessionOf, startSession } from './api/session'
import { LinkTelegram, LoginTelegram, type Tokens } from './graphql/documents'
import { t } from './locale/login'
import { forget, remember, remembered } from './storage'
import { telegram } from './telegram'
import { toast } from './toasts'

/** How the login by Telegram stands: not tried, under way, or why it did not work. */
export const telegramLogin = signal<'untried' | 'running' | 'not_linked' | { problem: string }>('untried')

const stayOut = 'loggedOut'

/** Lets in whoever opened the app in Telegram, unless they logged out the last time. */
export async function logInAutomatically(): Promise<void> {
  if (telegram.initData !== '' && remembered(stayOut) === null) await logInByTelegram()
}

export async function logInByTelegram(): Promise<void> {
  telegramLogin.value = 'running'
  try {
    const tokens = given((await mutate(LoginTelegram, { initData: telegram.initData }, fromThisDevice())).loginTelegram)
    telegramLogin.value = acceptTokens(tokens) ? 'untried' : reason(tokens)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    telegramLogin.value = { problem: inWords(error) }
  }
}

/** Whether the answer lets the person in. */
export function acceptTokens(tokens: Tokens): boolean {
  const started = tokens.success ? sessionOf(tokens) : null
  if (!started) return false
  forget(stayOut)
  startSession(started)
  forgetAnswers()
  return true
}

/** Who logs in inside Telegram is known there from then on. */
export async function linkTelegram(): Promise<void> {
  if (telegram.initData === '') return
  try {
    await mutate(LinkTelegram, { initData: telegram.initData })
    toast(t('login.linked'))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    toast(error.code === 'CONFLICT' ? t('login.linkedToOther') : t('login.notLinked'), { kind: 'failed' })
  }
}

export function stayLoggedOut(): void {
  remember(stayOut, 'yes')
}

function reason({ errors }: Tokens): 'not_linked' | { problem: string } {
  const code = errors?.nonFieldErrors?.[0]?.code
  return code === 'not_linked' ? code : { problem: t('login.telegram.expired') }
}
