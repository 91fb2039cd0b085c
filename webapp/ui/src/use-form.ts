import { useState } from 'preact/hooks'
import type { Problem } from './api/problem'
import { useSubmit } from './use-submit'

/** What is wrong, by the name of the field or of what is no field. */
export type FormErrors = Record<string, string>

export interface FormState<Name extends string> {
  values: Record<Name, string>
  errors: FormErrors
  busy: boolean
  /** Why the last request failed, if it was not for `errors`. */
  problem: Problem | null
  submit: () => Promise<void>
  /** What the field of this name is given. */
  field: (name: Name) => { value: string; onInput: (value: string) => void; error: string | undefined }
  /** Takes the fields back to what they were at first. */
  reset: () => void
}

interface Options<Name extends string> {
  initial: Record<Name, string>
  /** What the person is told before anything is sent. */
  validate?: (values: Record<NoInfer<Name>, string>) => FormErrors
  /** Sends what is typed; null once it is accepted. */
  send: (values: Record<NoInfer<Name>, string>) => Promise<FormErrors | null>
}

/** The fields of a form, what is wrong with them, and the request that sends them. */
export function useForm<Name extends string>({ initial, validate, send }: Options<Name>): FormState<Name> {
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<FormErrors>({})
  const { busy, problem, submit } = useSubmit(async () => {
    const wrong = validate?.(values) ?? {}
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return
    const refused = await send(values)
    if (refused) setErrors(refused)
  })
  return {
    values,
    errors,
    busy,
    problem,
    submit,
    field: (name) => ({
      value: values[name],
      onInput: (value) => setValues((current) => ({ ...current, [name]: value })),
      error: errors[name],
    }),
    reset: () => setValues(initial),
  }
}

/** Tells `required` of each field that is empty. */
export function missingOf(values: Record<string, string>, required: string): FormErrors {
  const missing = Object.entries(values).filter(([, value]) => value === '')
  return Object.fromEntries(missing.map(([name]) => [name, required]))
}
