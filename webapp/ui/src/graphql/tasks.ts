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
  }
`)

export const taskDetails = gql(`
  fragment TaskDetails on TaskType {
    ...TaskFields
    version
    undoUntil
    createdTime
    source
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

/** The few customers whose phone or name holds what is typed. */
export const CustomerSearchQuery = gql(`
  query CustomerSearch($search: String!) {
    customers(first: 5, filter: { search: $search }) {
      nodes {
        ...CustomerFields
      }
    }
  }
`, [customerFields])

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

/** Asks for nothing but what it changes, so that the cache can show the answer before it comes. */
export const ChangeStatus = gql(`
  mutation ChangeStatus($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        __typename
        id
        status
      }
    }
  }
`)

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

export const DeleteTask = gql(`
  mutation DeleteTask($id: ID!) {
    deleteTask(id: $id) {
      id
    }
  }
`)
