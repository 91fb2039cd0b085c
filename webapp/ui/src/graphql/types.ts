/** The API's types as far as the app asks for them; names as in its schema. */

export type Status = 'ACCEPTED' | 'IN_PROGRESS' | 'READY' | 'CLOSED'
export type Category = 'CONSULTING' | 'DIAGNOSIS' | 'REPAIR' | 'OTHER'

export interface User {
  id: string
  email: string
  name: string | null
}

export interface Customer {
  id: string
  telegramId: number | null
  phone: string | null
  name: string | null
  /** Null before they ever wrote to the bot. */
  reachable: boolean | null
  /** Telegram has confirmed that the phone is their own. */
  verified: boolean
}

/** Moments such as createdTime are RFC 3339 in UTC. */
export interface CustomerCard extends Customer {
  language: 'RU' | 'EN' | null
  note: string | null
  createdTime: string
  phoneClaims: PhoneClaim[]
  taskConnection: { totalCount: number } | null
}

/** Another Telegram account that has proven the phone. */
export interface PhoneClaim {
  id: string
  name: string | null
  createdTime: string
}

/** A page of a list. */
export interface Connection<Row> {
  nodes: Row[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
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

export type NotificationState = 'QUEUED' | 'SENDING' | 'SENT' | 'UNREACHABLE' | 'UNKNOWN' | 'FAILED'

/** A message to the customer. Moments are RFC 3339. */
export interface Notification {
  id: string
  status: Status
  state: NotificationState
  lastError: string | null
  notBefore: string
  sentAt: string | null
}

export type TaskEventKind = 'CREATED' | 'STATUS' | 'CATEGORY' | 'DESCRIPTION' | 'EMPLOYEE' | 'CUSTOMER' | 'DELETED'

/** One line of a task's history. */
export interface TaskEvent {
  id: string
  kind: TaskEventKind
  at: string
  actor: 'STAFF' | 'CUSTOMER' | 'TOKEN' | 'SYSTEM'
  actorName: string | null
  from: string | null
  to: string | null
}

export interface TaskDetails extends Task {
  version: number
  undoUntil: string | null
  history: TaskEvent[]
  notifications: Notification[]
}

/** {"<field>|nonFieldErrors": [{message, code}]}; null on success. */
export type FormErrors = Record<string, { message: string; code: string }[]> | null

export interface Tokens {
  success: boolean | null
  errors: FormErrors
  token: string | null
  refreshToken: string | null
  /** For the next login from here, see `api/device`. */
  deviceToken: string | null
}
