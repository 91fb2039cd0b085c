/** The API's types as far as the app asks for them; names as in its schema. */

export type Status = 'ACCEPTED' | 'IN_PROGRESS' | 'READY' | 'CLOSED'
export type Category = 'CONSULTING' | 'DIAGNOSIS' | 'REPAIR' | 'OTHER'

export interface User {
  id: string
  email: string
}

export interface Customer {
  id: string
  telegramId: number | null
  phone: string | null
  name: string | null
}

export interface Task {
  id: string
  /** The day, "2021-07-25", in the business's time zone. */
  createdAt: string | null
  category: Category | null
  status: Status | null
  description: string | null
  employee: User | null
  customer: Customer | null
}

export interface CustomerWithTasks extends Customer {
  tasks: Task[]
}

/** {"<field>|nonFieldErrors": [{message, code}]}; null on success. */
export type FormErrors = Record<string, { message: string; code: string }[]> | null

export interface Tokens {
  success: boolean | null
  errors: FormErrors
  token: string | null
  refreshToken: string | null
}
