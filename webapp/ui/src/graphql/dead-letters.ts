import { gql } from './gql'

/** What somebody wrote to the bot and got no answer to. */
export interface DeadLetter {
  id: string
  customer: { id: string; name: string | null; phone: string } | null
  /** In Telegram; null if it cannot be read. */
  name: string | null
  /** Null for a tap on a button and the like. */
  text: string | null
  reason: 'UNREADABLE' | 'PANIC' | 'REFUSED' | 'ERROR'
  /** The reason in technical words. */
  detail: string
  receivedTime: string
}

export const DeadLettersQuery = gql<{ deadLetters: DeadLetter[] }, Record<string, never>>`
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
`

export const ReplayDeadLetter = gql<{ replayDeadLetter: { id: string } }, { id: string }>`
  mutation ReplayDeadLetter($id: ID!) {
    replayDeadLetter(id: $id) {
      id
    }
  }
`

export const DismissDeadLetter = gql<{ dismissDeadLetter: { id: string } }, { id: string }>`
  mutation DismissDeadLetter($id: ID!) {
    dismissDeadLetter(id: $id) {
      id
    }
  }
`
