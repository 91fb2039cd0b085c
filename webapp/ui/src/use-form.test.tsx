import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { missingOf, useForm, type FormErrors, type FormState } from './use-form'

describe('a form', () => {
  let sent: Record<string, string>[]
  let answer: FormErrors | null
  let form: FormState<'email' | 'password'>
  beforeEach(() => {
    sent = []
    answer = null
    act(() => render(<Page />, document.body))
    return () => render(null, document.body)
  })
  function Page() {
    form = useForm({
      initial: { email: '', password: '' },
      validate: (values) => missingOf(values, 'required'),
      send: async (values) => {
        sent.push(values)
        return answer
      },
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

  it('keeps what was typed when it is refused, with the reason', async () => {
    answer = { password: 'too short' }
    await type('email', 'anna@example.com')
    await type('password', 'secret')
    await submit()
    expect(form.field('password')).toMatchObject({ value: 'secret', error: 'too short' })
    expect(form.busy).toBe(false)
  })

  it('is as at first once it is reset', async () => {
    await type('email', 'anna@example.com')
    await act(() => form.reset())
    expect(form.values).toEqual({ email: '', password: '' })
  })
})
