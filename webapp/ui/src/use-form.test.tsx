import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { Problem } from './api/problem'
import { t } from './locale'
import { explainAt, missingOf, useForm, type FormErrors, type FormState } from './use-form'

describe('a form', () => {
  let sent: Record<string, string>[]
  let answer: FormErrors | Problem | undefined
  let form: FormState<{ email: string; password: string }>
  beforeEach(() => {
    sent = []
    answer = undefined
    act(() => render(<Page />, document.body))
    return () => act(() => render(null, document.body))
  })
  function Page() {
    form = useForm({
      initial: { email: '', password: '' },
      draft: 'login',
      validate: (values) => missingOf(values, 'required'),
      send: async (values) => {
        sent.push(values)
        if (answer instanceof Problem) throw answer
        return answer
      },
      explain: explainAt({ email: 'email' }),
    })
    return null
  }
  const type = (name: 'email' | 'password', value: string) => act(() => form.field(name).onInput(value))
  const submit = () => act(() => form.submit())

  it('sends nothing while a field is empty, and says which', async () => {
    await type('email', 'anna@example.com')
    await submit()
    expect(sent).toEqual([])
    expect(form.field('email').error).toBeUndefined()
    expect(form.field('password').error).toBe('required')
  })

  it('sends what is typed, and forgets what was wrong', async () => {
    await submit()
    await type('email', 'anna@example.com')
    await type('password', 'secret')
    await submit()
    expect(sent).toEqual([{ email: 'anna@example.com', password: 'secret' }])
    expect(form.errors).toEqual({})
  })

  it('says what is wrong no longer than its cause is there', async () => {
    answer = new Problem('INVALID', 'no', 'email')
    await type('email', 'anna')
    await type('password', 'secret')
    await submit()
    expect(form.field('email').error).toBeDefined()
    await type('password', 'secret 2')
    expect(form.field('email').error).toBeDefined()
    await type('email', 'anna@example.com')
    expect(form.field('email').error).toBeUndefined()

    answer = { nonFieldErrors: 'refused' }
    await submit()
    expect(form.failure).toBe('refused')
    await type('password', 'secret 3')
    expect(form.failure).toBeUndefined()
  })

  it('forgets that there was no network once there is one', async () => {
    answer = new Problem('OFFLINE')
    await type('email', 'anna@example.com')
    await type('password', 'secret')
    await submit()
    expect(form.failure).toBe(t('error.offline'))
    await act(() => void dispatchEvent(new Event('online')))
    expect(form.failure).toBeUndefined()
  })

  it('keeps what was typed when it is refused, with the reason', async () => {
    answer = { password: 'too short' }
    await type('email', 'anna@example.com')
    await type('password', 'secret')
    await submit()
    expect(form.field('password')).toMatchObject({ value: 'secret', error: 'too short' })
    expect(form.busy).toBe(false)
  })

  it('forgets what is wrong with a field once that is typed in', async () => {
    await submit()
    await type('email', 'a')
    expect(form.field('email').error).toBeUndefined()
    expect(form.field('password').error).toBe('required')
  })

  it('says at its field what a request failed for, and beside the fields what is about none', async () => {
    await type('email', 'anna@example.com')
    await type('password', 'secret')
    answer = new Problem('INVALID', '', 'email')
    await submit()
    expect([form.field('email').error, form.failure]).toEqual([t('error.invalid'), undefined])
    answer = new Problem('OFFLINE')
    await submit()
    expect([form.field('email').error, form.failure]).toEqual([undefined, t('error.offline')])
    answer = { nonFieldErrors: 'no such account' }
    await submit()
    expect(form.failure).toBe('no such account')
  })

  it('loses nothing of several fields that are filled in at once', async () => {
    await act(() => {
      form.field('email').onInput('anna@example.com')
      form.field('password').onInput('secret')
    })
    expect(form.values).toEqual({ email: 'anna@example.com', password: 'secret' })
  })

  it('is kept while it is open, for when the page comes back, and not when it is left', async () => {
    await type('email', 'anna@example.com')
    expect(Object.keys(localStorage)).toHaveLength(1)
    const kept = { ...localStorage }
    act(() => render(null, document.body))
    expect(Object.keys(localStorage)).toEqual([])
    Object.assign(localStorage, kept)
    act(() => render(<Page />, document.body))
    expect(form).toMatchObject({ restored: true, changed: true, values: { email: 'anna@example.com', password: '' } })
    await act(() => form.reset())
    expect(form).toMatchObject({ restored: false, changed: false })
    expect(Object.keys(localStorage)).toEqual([])
  })

  it('is as at first once it is reset', async () => {
    await type('email', 'anna@example.com')
    await act(() => form.reset())
    expect(form.values).toEqual({ email: '', password: '' })
  })
})

describe('a form that is restored', () => {
  const draw = (initial: Record<string, string>) => {
    let form!: FormState<Record<string, string>>
    const Page = () => {
      form = useForm({ initial, draft: 'card', send: async () => {} })
      return null
    }
    act(() => render(<Page />, document.body))
    return () => form
  }
  /** Telegram ends the app: nothing is left properly. */
  const end = () => {
    const kept = { ...localStorage }
    act(() => render(null, document.body))
    Object.assign(localStorage, kept)
  }
  beforeEach(() => () => act(() => render(null, document.body)))

  it('has what was typed, and beside it what a colleague has changed meanwhile', async () => {
    const form = draw({ name: 'Анна', note: '' })
    await act(() => form().change({ note: 'Просит чек' }))
    end()
    expect(draw({ name: 'Анна Ким', note: '' })().values).toEqual({ name: 'Анна Ким', note: 'Просит чек' })
  })

  it('is whole where its version tells of what a colleague has changed', async () => {
    const form = draw({ version: '1', text: 'Экран', price: '100' })
    await act(() => form().change({ text: 'Экран и стекло' }))
    end()
    expect(draw({ version: '2', text: 'Экран', price: '200' })().values).toEqual({ version: '1', text: 'Экран и стекло', price: '100' })
  })
})
