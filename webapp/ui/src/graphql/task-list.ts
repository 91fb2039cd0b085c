import { gql, type VariablesOf } from './gql'

export const customerFields = gql(`
  fragment CustomerFields on CustomerType {
    __typename
    id
    telegramId
    phone
    phoneInternational
    name
    reachable
    verified
  }
`)

export const itemFields = gql(`
  fragment ItemFields on ItemType {
    kind
    maker
    model
    serial
    condition
    includes
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
    promisedTime
    overdueTime
    readySince
    item {
      ...ItemFields
    }
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
`, [itemFields, customerFields])

export const TaskPageQuery = gql(`
  query TaskPage($filter: TaskFilter, $orderBy: TaskOrder, $first: Int, $after: String) {
    tasks(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
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

/** How many there are of what is listed, of who waits for an answer and of each open status. */
export const TaskCountsQuery = gql(`
  query TaskCounts($listed: TaskFilter, $awaiting: TaskFilter, $overdue: TaskFilter, $accepted: TaskFilter, $inProgress: TaskFilter, $ready: TaskFilter) {
    listed: tasks(filter: $listed) {
      totalCount
    }
    awaiting: tasks(filter: $awaiting) {
      totalCount
    }
    overdue: tasks(filter: $overdue) {
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
