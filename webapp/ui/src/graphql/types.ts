import type { cardFields } from './customers'
import type { Enum, ResultOf } from './gql'
import type { customerFields, taskFields } from './task-list'
import type { notificationFields, taskDetails } from './tasks'

export type Status = Enum<'StatusEnum'>
export type Category = Enum<'CategoryEnum'>

export type Customer = ResultOf<typeof customerFields>
export type CustomerCard = ResultOf<typeof cardFields>
export type PhoneClaim = CustomerCard['phoneClaims'][number]

export type Task = ResultOf<typeof taskFields>
export type TaskDetails = ResultOf<typeof taskDetails>
export type TaskEvent = TaskDetails['history'][number]
export type Notification = ResultOf<typeof notificationFields>
export type Item = NonNullable<Task['item']>
export type User = NonNullable<Task['employee']>
