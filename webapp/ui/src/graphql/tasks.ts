import { gql } from './gql'
import { customerFields, taskFields } from './documents'
import type { Category, Connection, Customer, Notification, Status, Task, TaskDetails, User } from './types'

export interface TaskFilterInput {
  search?: string
  statuses?: readonly Status[]
  categories?: readonly Category[]
  employeeId?: string
  unassigned?: boolean
  createdFrom?: string
  createdTo?: string
  updatedTo?: string
}

export const TaskPageQuery = gql<
  { tasks: Connection<Task> | null },
  { filter: TaskFilterInput; first: number; after: string | null }
>`
  query TaskPage($filter: TaskFilter, $first: Int, $after: String) {
    tasks(first: $first, after: $after, filter: $filter) {
      nodes {
        ...TaskFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${taskFields}
`

/** Of the open statuses alone: what is closed grows without end. */
export const TaskCountsQuery = gql<
  Record<'ACCEPTED' | 'IN_PROGRESS' | 'READY', { totalCount: number } | null>,
  { accepted: TaskFilterInput; inProgress: TaskFilterInput; ready: TaskFilterInput }
>`
  query TaskCounts($accepted: TaskFilter, $inProgress: TaskFilter, $ready: TaskFilter) {
    ACCEPTED: tasks(filter: $accepted) {
      totalCount
    }
    IN_PROGRESS: tasks(filter: $inProgress) {
      totalCount
    }
    READY: tasks(filter: $ready) {
      totalCount
    }
  }
`

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
