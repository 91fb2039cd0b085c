import { cardFields } from './customers'
import { gql, type ResultOf } from './gql'
import { messageFields } from './messages'
import { notificationFields, taskDetails } from './tasks'

export const TaskChanged = gql(`
  subscription TaskChanged {
    taskChanged {
      kind
      id
      task {
        ...TaskDetails
      }
    }
  }
`, [taskDetails])

export type TaskChange = NonNullable<ResultOf<typeof TaskChanged>['taskChanged']>

export const CustomerChanged = gql(`
  subscription CustomerChanged {
    customerChanged {
      kind
      id
      customer {
        ...CardFields
      }
    }
  }
`, [cardFields])

export type CustomerChange = NonNullable<ResultOf<typeof CustomerChanged>['customerChanged']>

export const NotificationChanged = gql(`
  subscription NotificationChanged {
    notificationChanged {
      kind
      id
      notification {
        ...NotificationFields
      }
    }
  }
`, [notificationFields])

export type NotificationChange = NonNullable<ResultOf<typeof NotificationChanged>['notificationChanged']>

export const MessageChanged = gql(`
  subscription MessageChanged {
    messageChanged {
      kind
      id
      message {
        ...MessageFields
      }
    }
  }
`, [messageFields])

export type MessageChange = NonNullable<ResultOf<typeof MessageChanged>['messageChanged']>
