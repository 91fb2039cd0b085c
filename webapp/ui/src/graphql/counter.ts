import { gql } from './gql'
import { customerFields } from './task-list'

/** The few customers whose phone or name holds what is typed, and the text on personal data that they agree to. */
export const CustomerSearchQuery = gql(`
  query CustomerSearch($search: String!) {
    customers(first: 5, filter: { search: $search }) {
      nodes {
        ...CustomerFields
        consents {
          version
        }
      }
    }
    settings {
      consentVersion
      consentUrl
    }
  }
`, [customerFields])

/** Makes a new code each time, and the one before works no more. */
export const ConnectCode = gql(`
  mutation ConnectCode($customerId: ID!) {
    connectCode(customerId: $customerId) {
      url
      digits
      expiresTime
    }
  }
`)

/** Until when the code works that was made last. */
export const ConnectCodeEnd = gql(`
  query ConnectCodeEnd($customerId: ID!) {
    customerById(id: $customerId) {
      __typename
      id
      connectCodeExpiresTime
    }
  }
`)

/** The last tasks about what has this serial number. */
export const SerialQuery = gql(`
  query Serial($serial: String!) {
    tasks(first: 3, filter: { serial: $serial }) {
      nodes {
        __typename
        id
        status
        createdAt
        customer {
          ...CustomerFields
        }
      }
    }
  }
`, [customerFields])
