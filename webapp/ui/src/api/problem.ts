import type { CombinedError } from '@urql/core'
import type { FormErrors } from '../graphql/gql'
import { catalogs, t, type Key } from '../locale'

export type Code =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'INVALID'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'INTERNAL'
  | 'OFFLINE' // ours: the server was not reached

/** Why a request did not work. */
export class Problem extends Error {
  readonly code: Code
  /** The input at fault, for INVALID and CONFLICT. */
  readonly field: string
  /** Seconds, for RATE_LIMITED; 0 where the server does not say. */
  readonly retryAfter: number
  /** What is wrong with a phone, or that there is no text to agree to; mostly ''. */
  readonly reason: string

  constructor(code: Code, message = '', field = '', retryAfter = 0, reason = '') {
    super(message)
    this.code = code
    this.field = field
    this.retryAfter = retryAfter
    this.reason = reason
  }
}

/** What an answer without a problem always has; the schema lets it be null for the answers with one. */
export function given<Value>(value: Value): NonNullable<Value> {
  if (value === null || value === undefined) throw new Problem('INTERNAL', 'an answer without data')
  return value
}

export function problemOf(error: CombinedError): Problem {
  const [first] = error.graphQLErrors
  if (first) {
    const { code, field, retryAfter, reason } = first.extensions as {
      code?: Code
      field?: string
      retryAfter?: number
      reason?: string
    }
    return new Problem(code ?? 'INTERNAL', first.message, field, retryAfter, reason)
  }
  const status = (error.response as Response | undefined)?.status ?? 0
  if (status === 401) return new Problem('UNAUTHENTICATED')
  if (status === 429) return new Problem('RATE_LIMITED')
  return new Problem(status === 0 ? 'OFFLINE' : 'INTERNAL', error.message)
}

/** The problem in the person's words: what is wrong and what to do. */
export function inWords(problem: Problem): string {
  switch (problem.code) {
    case 'OFFLINE':
      return t('error.offline')
    case 'UNAUTHENTICATED':
      return t('error.unauthenticated')
    case 'FORBIDDEN':
      return t(problem.field === 'currentPassword' ? 'error.forbidden.password' : 'error.forbidden')
    case 'NOT_FOUND':
      return t('error.notFound')
    case 'RATE_LIMITED':
      return problem.retryAfter > 0
        ? t('error.rateLimited', { wait: wait(problem.retryAfter) })
        : t('error.rateLimited.unknown')
    case 'CONFLICT':
      if (isPhone(problem.field)) return t('error.conflict.phone')
      if (problem.field === 'telegramId') return t('error.conflict.telegramId')
      if (problem.field === 'Idempotency-Key') return t('error.conflict.sent')
      return t('error.conflict')
    case 'INVALID':
      if (isPhone(problem.field)) return phoneText(problem.reason)
      if (problem.field === 'search') return t('error.invalid.search')
      if (problem.field === 'telegramId') return t('error.invalid.telegramId')
      if (problem.message.includes('too long')) return tooLong(problem.message)
      return t('error.invalid')
    default:
      return t('error.internal')
  }
}

function tooLong(message: string): string {
  const longest = /at most (\d+) characters/.exec(message)?.[1]
  return longest ? t('error.invalid.tooLong.than', { count: Number(longest) }) : t('error.invalid.tooLong')
}

/** The first refusal of each field of a form that failed, in the person's words. */
export function formErrorsInWords(errors: FormErrors): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [field, [error]] of Object.entries(errors ?? {})) {
    if (error) texts[field] = formText(field, error)
  }
  return texts
}

function formText(field: string, error: { code: string }): string {
  const byCode = `form.${error.code}`
  if (byCode in catalogs.en) return t(byCode as Key)
  const byField = `form.${field.replace(/\d$/, '')}`
  return byField in catalogs.en ? t(byField as Key) : t('error.invalid')
}

function wait(seconds: number): string {
  return seconds < 90
    ? t('error.seconds', { count: Math.ceil(seconds) })
    : t('error.minutes', { count: Math.ceil(seconds / 60) })
}

function phoneText(reason: string): string {
  const example = '+7\u00a0917\u00a0000-99-00'
  switch (reason) {
    case 'too_long':
      return t('error.invalid.phone.tooLong', { example })
    case 'too_short':
      return t('error.invalid.phone.tooShort', { example })
    case 'anonymous':
      return t('error.invalid.phone.anonymous')
    default:
      return t('error.invalid.phone', { example })
  }
}

function isPhone(field: string): boolean {
  return field === 'phone' || field === 'customerPhone' || field === 'newPhone'
}
