import { useState } from 'preact/hooks'
import { inWords, type Problem } from './api/problem'
import { useDraft, type Content } from './use-draft'
import { useSubmit } from './use-submit'

/** What is wrong, by the name of the field; of the whole form under nonFieldErrors. */
export type FormErrors = Record<string, string>

export interface FormState<Values extends Content> {
  values: Values
  /** Whether anything differs from what was there at first. */
  changed: boolean
  change: (part: Partial<Values>) => void
  /** Takes the fields back to what they were at first. */
  reset: () => void
  /** Whether the values are from a form that was not finished. */
  restored: boolean
  errors: FormErrors
  /** What is wrong with none of the fields: a refusal of the whole, or why the request failed. */
  failure: string | undefined
  problem: Problem | null
  busy: boolean
  submit: () => Promise<void>
  /** What the `Field` of this name is given. */
  field: (name: Typed<Values>) => { value: string; onInput: (value: string) => void; error: string | undefined }
  /** What the `Choice` of this name is given. */
  choice: <Name extends keyof Values>(name: Name) => { chosen: Values[Name]; onChoose: (value: Values[Name]) => void }
}

/** The fields that hold any text. */
type Typed<Values> = { [Name in keyof Values]: string extends Values[Name] ? Name : never }[keyof Values] & string

interface Options<Values extends Content> {
  initial: Values
  /** The name under which what is typed survives that the page is closed; see `useDraft`. */
  draft?: string
  /** What the person is told before anything is sent. */
  validate?: (values: NoInfer<Values>) => FormErrors
  /** What a failed request means for the fields, if anything. */
  explain?: (problem: Problem) => FormErrors
  /** Sends what is typed, under a name for `withIdempotencyKey`, and returns why it is refused. */
  send: (values: NoInfer<Values>, attempt: string) => Promise<FormErrors | void>
}

/** The fields of a form, what is wrong with them, and the request that sends them. */
export function useForm<Values extends Content>(options: Options<Values>): FormState<Values> {
  const { content: values, change: keep, attempt, ...draft } = useDraft(options.draft ?? null, options.initial)
  const [wrong, setWrong] = useState<FormErrors>({})
  const { busy, problem, submit, forget } = useSubmit(async () => {
    const found = options.validate?.(values) ?? {}
    setWrong(found)
    if (Object.keys(found).length > 0) return
    setWrong((await options.send(values, attempt)) ?? {})
  })
  const explained = (problem && options.explain?.(problem)) ?? {}
  const errors = { ...wrong, ...explained }
  const change = (part: Partial<Values>) => {
    keep(part)
    // What is wrong is gone with its cause: that of the whole form with any input.
    setWrong(({ nonFieldErrors: _, ...before }) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in part))))
    const named = Object.keys(explained)
    if (named.length === 0 || named.some((name) => name in part)) forget()
  }
  const set = <Name extends keyof Values>(name: Name, value: Values[Name]) => change({ [name]: value } as unknown as Partial<Values>)
  return {
    ...draft,
    values,
    change,
    errors,
    failure: errors.nonFieldErrors ?? (problem && Object.keys(explained).length === 0 ? inWords(problem) : undefined),
    problem,
    busy,
    submit,
    field: (name) => ({
      value: values[name] as string,
      onInput: (value) => set(name, value as Values[typeof name]),
      error: errors[name],
    }),
    choice: (name) => ({ chosen: values[name], onChoose: (value) => set(name, value) }),
  }
}

/** Tells `required` of each field that is empty. */
export function missingOf(values: Record<string, string>, required: string): FormErrors {
  const missing = Object.entries(values).filter(([, value]) => value.trim() === '')
  return Object.fromEntries(missing.map(([name]) => [name, required]))
}

/** For `explain`: the problem in words, at the field where its input is asked for, by the API's name of the input. */
export function explainAt(fields: Record<string, string>) {
  return (problem: Problem): FormErrors => {
    const name = fields[problem.field]
    return name === undefined ? {} : { [name]: inWords(problem) }
  }
}
