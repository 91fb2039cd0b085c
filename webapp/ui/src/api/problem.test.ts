import { CombinedError } from '@urql/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { language } from '../locale'
import { formErrorsInWords, inWords, problemOf } from './problem'

const refused = (extensions: object, message = 'no') =>
  inWords(problemOf(new CombinedError({ graphQLErrors: [{ message, extensions: extensions as never }] })))

describe('a problem', () => {
  beforeEach(() => {
    language.value = 'ru'
  })

  it('says how long to wait', () => {
    expect(refused({ code: 'RATE_LIMITED', retryAfter: 41 })).toContain('через 41 секунду')
    expect(refused({ code: 'RATE_LIMITED', retryAfter: 300 })).toContain('через 5 минут')
    expect(refused({ code: 'RATE_LIMITED' })).toContain('Подождите')
  })

  it('says which input is wrong and what to write', () => {
    expect(refused({ code: 'INVALID', field: 'customerPhone' })).toContain('не похоже на телефон')
    expect(refused({ code: 'CONFLICT', field: 'phone' })).toContain('уже есть')
    expect(refused({ code: 'INVALID', field: 'description' }, 'The text is too long: at most 4000 characters.')).toBe(
      'Текст слишком длинный: можно не больше 4\u00a0000 знаков.',
    )
  })

  it('says when what was sent again is still being done, or its answer is lost', () => {
    expect(refused({ code: 'CONFLICT', field: 'Idempotency-Key' })).toContain('уже отправлено')
  })

  it('of the network is told from one of the server', () => {
    expect(inWords(problemOf(new CombinedError({ networkError: new TypeError('Failed to fetch') })))).toContain('Нет связи')
    const broken = new CombinedError({ networkError: new Error('Bad Gateway'), response: { status: 502 } })
    expect(inWords(problemOf(broken))).toContain('На сервере')
  })

  it('never shows what only programmers understand', () => {
    expect(refused({}, 'panic: runtime error')).not.toContain('panic')
  })
})

describe('a form’s refusals', () => {
  it('are told per field, in the person’s language where the code is known', () => {
    language.value = 'en'
    expect(
      formErrorsInWords({
        password2: [{ message: 'The two password fields didn’t match.', code: 'password_mismatch' }],
        nonFieldErrors: [{ message: 'Please, enter valid credentials.', code: 'invalid_credentials' }],
        email: [{ message: 'Something of tomorrow.', code: 'tomorrow' }],
        name: [{ message: 'Something of tomorrow.', code: 'tomorrow' }],
      }),
    ).toEqual({
      password2: 'The passwords differ.',
      nonFieldErrors: 'Wrong email or password.',
      email: 'Enter a whole email, for example name@example.com.',
      name: 'Check what is entered.',
    })
  })

  it('are none on success', () => {
    expect(formErrorsInWords(null)).toEqual({})
  })
})
