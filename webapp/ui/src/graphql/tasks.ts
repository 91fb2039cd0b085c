import { gql } from './gql'
import { customerFields, taskFields } from './task-list'
import type { Category, Customer, Notification, Status, Task, TaskDetails, User } from './types'

export const taskDetails = gql`
  fragment TaskDetails on TaskType {
    ...TaskFields
    version
    undoUntil
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
      __typename
      id
      status
      state
      lastError
      notBefore
      sentAt
    }
  }
  ${taskFields}
`

export const TaskQuery = gql<{ taskById: TaskDetails | null }, { id: string }>`
  query Task($id: ID!) {
    taskById(id: $id) {
      ...TaskDetails
    }
  }
  ${taskDetails}
`

/** The few customers whose phone or name holds what is typed. */
export const CustomerSearchQuery = gql<{ customers: { nodes: Customer[] } | null }, { search: string }>`
  query CustomerSearch($search: String!) {
    customers(first: 5, filter: { search: $search }) {
      nodes {
        ...CustomerFields
      }
    }
  }
  ${customerFields}
`

export const StaffQuery = gql<{ staff: (User & { active: boolean })[] | null }, Record<string, never>>`
  query Staff {
    staff {
      __typename
      id
      email
      name
      active
    }
  }
`

export const CreateTask = gql<
  { createTask: { task: Task } },
  { taskData: { customerPhone: string; category: Category; description: string } }
>`
  mutation CreateTask($taskData: TaskInput!) {
    createTask(taskData: $taskData) {
      task {
        ...TaskFields
      }
    }
  }
  ${taskFields}
`

export interface TaskChanges {
  id: string
  version: number
  status?: Status
  category?: Category
  description?: string
  /** "" takes the employee off. */
  employeeId?: string
}

export const UpdateTask = gql<{ updateTask: { task: TaskDetails } }, { taskData: TaskChanges }>`
  mutation UpdateTask($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        ...TaskDetails
      }
    }
  }
  ${taskDetails}
`

/** Asks for nothing but what it changes, so that the cache can show the answer before it comes. */
export const ChangeStatus = gql<
  { updateTask: { task: Pick<Task, 'id' | 'status'> } },
  { taskData: { id: string; status: Status } }
>`
  mutation ChangeStatus($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        __typename
        id
        status
      }
    }
  }
`

export const UndoStatus = gql<{ undoStatus: { task: TaskDetails } }, { id: string }>`
  mutation UndoStatus($id: ID!) {
    undoStatus(id: $id) {
      task {
        ...TaskDetails
      }
    }
  }
  ${taskDetails}
`

export const ResendNotification = gql<
  { resendNotification: { notification: Notification } },
  { id: string }
>`
  mutation ResendNotification($id: ID!) {
    resendNotification(id: $id) {
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

export const DeleteTask = gql<{ deleteTask: { id: string } }, { id: string }>`
  mutation DeleteTask($id: ID!) {
    deleteTask(id: $id) {
      id
    }
  }
`
