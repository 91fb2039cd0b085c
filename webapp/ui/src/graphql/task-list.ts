import { gql } from './gql'
import type { Category, Connection, Status, Task } from './types'

export const customerFields = gql`
  fragment CustomerFields on CustomerType {
    __typename
    id
    telegramId
    phone
    name
    reachable
    verified
  }
`

export const taskFields = gql`
  fragment TaskFields on TaskType {
    __typename
    id
    createdAt
    category
    status
    description
    employee {
      __typename
      id
      email
      name
    }
    customer {
      ...CustomerFields
    }
  }
  ${customerFields}
`

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
