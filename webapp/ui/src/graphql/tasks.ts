import { gql } from './gql'
import { customerFields, taskFields } from './task-list'

export const notificationFields = gql(`
  fragment NotificationFields on NotificationType {
    __typename
    id
    kind
    status
    state
    lastError
    notBefore
    createdTime
    sentAt
    stage {
      __typename
      id
    }
  }
`)

export const taskDetails = gql(`
  fragment TaskDetails on TaskType {
    ...TaskFields
    version
    undoUntil
    createdTime
    source
    hasAccessCode
    nextReminderTime
    remindersStopped
    rating
    ratingComment
    stage {
      __typename
      id
      nameRu
      nameEn
    }
    shopCategory {
      __typename
      id
      nameRu
      nameEn
    }
    estimate {
      __typename
      id
      version
      state
      total
      currency
      sentTime
      decidedTime
    }
    due
    paid
    warrantyUntil
    warrantyOf {
      __typename
      id
    }
    history {
      __typename
      id
      kind
      at
      actor
      actorName
      from
      to
    }
    notifications {
      ...NotificationFields
    }
  }
`, [taskFields, notificationFields])

export const TaskQuery = gql(`
  query Task($id: ID!) {
    taskById(id: $id) {
      ...TaskDetails
    }
  }
`, [taskDetails])

export const StaffQuery = gql(`
  query Staff {
    staff {
      __typename
      id
      email
      name
      active
    }
  }
`)

/** What the shop has of its own: its steps inside the statuses, and its kinds of work; removed ones too, for what was. */
export const ShopWordsQuery = gql(`
  query ShopWords {
    stages(withRemoved: true) {
      __typename
      id
      status
      nameRu
      nameEn
      removed
    }
    categories(withRemoved: true) {
      __typename
      id
      category
      nameRu
      nameEn
      removed
    }
  }
`)

export const SetAccessCode = gql(`
  mutation SetAccessCode($taskId: ID!, $code: String) {
    setAccessCode(taskId: $taskId, code: $code) {
      task {
        ...TaskDetails
      }
    }
  }
`, [taskDetails])

/** Recorded in the task's history. */
export const ShowAccessCode = gql(`
  mutation ShowAccessCode($taskId: ID!) {
    showAccessCode(taskId: $taskId) {
      code
    }
  }
`)

export const CreateTask = gql(`
  mutation CreateTask($taskData: TaskInput!) {
    createTask(taskData: $taskData) {
      task {
        ...TaskFields
      }
    }
  }
`, [taskFields])

export const UpdateTask = gql(`
  mutation UpdateTask($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        ...TaskDetails
      }
    }
  }
`, [taskDetails])

/** Changes nothing but the status, so that the cache can show it before the answer comes. */
export const ChangeStatus = gql(`
  mutation ChangeStatus($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        __typename
        id
        status
        undoUntil
        readySince
        customer {
          ...CustomerFields
        }
      }
    }
  }
`, [customerFields])

export const UndoStatus = gql(`
  mutation UndoStatus($id: ID!) {
    undoStatus(id: $id) {
      task {
        ...TaskDetails
      }
    }
  }
`, [taskDetails])

export const ResendNotification = gql(`
  mutation ResendNotification($id: ID!) {
    resendNotification(id: $id) {
      notification {
        ...NotificationFields
      }
    }
  }
`, [notificationFields])

/** Whether customers are reminded of what is ready at all. */
export const RemindersQuery = gql(`
  query Reminders {
    settings {
      reminders
    }
  }
`)

export const StopReminders = gql(`
  mutation StopReminders($id: ID!, $stopped: Boolean!) {
    stopReminders(id: $id, stopped: $stopped) {
      task {
        ...TaskDetails
      }
    }
  }
`, [taskDetails])

export const DeleteTask = gql(`
  mutation DeleteTask($id: ID!) {
    deleteTask(id: $id) {
      id
    }
  }
`)
