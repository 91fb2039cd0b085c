import { cardFields } from './customers'
import { gql } from './gql'
import { taskDetails } from './tasks'
import type { CustomerCard, Task } from './types'

/** What happened to a task or a customer, wherever it was done. The cache knows it already. */
interface Change {
  kind: 'CREATED' | 'UPDATED' | 'DELETED'
  id: string
}
export type TaskChange = Change & { task: Task | null }
export type CustomerChange = Change & { customer: CustomerCard | null }

export const TaskChanged = gql<{ taskChanged: TaskChange | null }, Record<string, never>>`
  subscription TaskChanged {
    taskChanged {
      kind
      id
      task {
        ...TaskDetails
      }
    }
  }
  ${taskDetails}
`

export const CustomerChanged = gql<{ customerChanged: CustomerChange | null }, Record<string, never>>`
  subscription CustomerChanged {
    customerChanged {
      kind
      id
      customer {
        ...CardFields
      }
    }
  }
  ${cardFields}
`

export const NotificationChanged = gql<{ notificationChanged: object | null }, Record<string, never>>`
  subscription NotificationChanged {
    notificationChanged {
      kind
      id
      notification {
        __typename
        id
        status
        state
        lastError
        notBefore
        sentAt
      }
    }
  }
`
