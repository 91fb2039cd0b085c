import { gql, type ResultOf } from './gql'

export const DeadLettersQuery = gql(`
  query DeadLetters {
    deadLetters {
      __typename
      id
      customer {
        __typename
        id
        name
        phone
      }
      name
      text
      reason
      detail
      receivedTime
    }
  }
`)

export type DeadLetter = NonNullable<ResultOf<typeof DeadLettersQuery>['deadLetters']>[number]

export const ReplayDeadLetter = gql(`
  mutation ReplayDeadLetter($id: ID!) {
    replayDeadLetter(id: $id) {
      id
    }
  }
`)

export const DismissDeadLetter = gql(`
  mutation DismissDeadLetter($id: ID!) {
    dismissDeadLetter(id: $id) {
      id
    }
  }
`)
