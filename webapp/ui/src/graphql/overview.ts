import { gql } from './gql'
import { customerFields } from './task-list'
import type { Customer } from './types'

interface Count {
  totalCount: number
}

/** What is to be done, counted. */
export const OverviewQuery = gql<
  Record<'accepted' | 'inProgress' | 'ready' | 'stale' | 'unreachable', Count | null> & {
    phoneClaims: { id: string; customer: Customer | null }[] | null
  },
  { staleTo: string }
>`
  query Overview($staleTo: String!) {
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
  ${customerFields}
`

export interface Day {
  /** "2021-07-25", in the business's time zone. */
  day: string
  created: number
  closed: number
  /** Of the tasks that first became ready on this day; null when none did. */
  medianSecondsToReady: number | null
}

export interface Stats {
  days: Day[]
  medianSecondsToReady: number | null
}

export const StatsQuery = gql<{ stats: Stats | null }, { dateStart: string; dateEnd: string }>`
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
`
