import { gql, type ResultOf } from './gql'
import { customerFields } from './task-list'

/** What is to be done, counted. */
export const OverviewQuery = gql(`
  query Overview($staleTo: String!) {
    awaiting: tasks(first: 1, filter: { awaitingReply: true }) {
      totalCount
    }
    accepted: tasks(first: 1, filter: { statuses: [ACCEPTED] }) {
      totalCount
    }
    inProgress: tasks(first: 1, filter: { statuses: [IN_PROGRESS] }) {
      totalCount
    }
    ready: tasks(first: 1, filter: { statuses: [READY] }) {
      totalCount
    }
    stale: tasks(first: 1, filter: { statuses: [ACCEPTED, IN_PROGRESS, READY], updatedTo: $staleTo }) {
      totalCount
    }
    unreachable: customers(first: 1, filter: { registered: true, reachable: false }) {
      totalCount
    }
    phoneClaims {
      __typename
      id
      customer {
        ...CustomerFields
      }
    }
  }
`, [customerFields])

export const StatsQuery = gql(`
  query Stats($dateStart: String!, $dateEnd: String!) {
    stats(dateStart: $dateStart, dateEnd: $dateEnd) {
      medianSecondsToReady
      days {
        day
        created
        closed
        medianSecondsToReady
      }
    }
  }
`)

export type Stats = NonNullable<ResultOf<typeof StatsQuery>['stats']>
export type Day = Stats['days'][number]
