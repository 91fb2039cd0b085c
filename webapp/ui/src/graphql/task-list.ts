import { gql, type VariablesOf } from './gql'

export const customerFields = gql(`
  fragment CustomerFields on CustomerType {
    __typename
    id
    telegramId
    phone
    name
    reachable
    verified
  }
`)

export const taskFields = gql(`
  fragment TaskFields on TaskType {
    __typename
    id
    createdAt
    category
    status
    description
    awaitingReplySince
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
`, [customerFields])

export const TaskPageQuery = gql(`
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
`, [taskFields])

export type TaskFilterInput = NonNullable<VariablesOf<typeof TaskPageQuery>['filter']>

/** Of who waits for an answer, and of the open statuses alone: what is closed grows without end. */
export const TaskCountsQuery = gql(`
  query TaskCounts($awaiting: TaskFilter, $accepted: TaskFilter, $inProgress: TaskFilter, $ready: TaskFilter) {
    awaiting: tasks(filter: $awaiting) {
      totalCount
    }
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
`)
