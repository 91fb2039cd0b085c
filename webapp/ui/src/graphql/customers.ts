import { gql, type VariablesOf } from './gql'
import { customerFields, itemFields } from './task-list'

export const cardFields = gql(`
  fragment CardFields on CustomerType {
    ...CustomerFields
    language
    note
    createdTime
    mutedAt
    erasureTime
    phoneClaims {
      __typename
      id
      name
      phone
      byCode
      createdTime
    }
    taskConnection(first: 1) {
      totalCount
    }
  }
`, [customerFields])

export const CustomersQuery = gql(`
  query Customers($filter: CustomerFilter, $first: Int, $after: String) {
    customers(first: $first, after: $after, filter: $filter) {
      nodes {
        ...CustomerFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`, [customerFields])

export type CustomerFilter = NonNullable<VariablesOf<typeof CustomersQuery>['filter']>

export const CustomerCountQuery = gql(`
  query CustomerCount($filter: CustomerFilter) {
    customers(first: 1, filter: $filter) {
      totalCount
    }
  }
`)

export const CustomerQuery = gql(`
  query Customer($id: ID!) {
    customerById(id: $id) {
      ...CardFields
    }
  }
`, [cardFields])

export const CustomerTasksQuery = gql(`
  query CustomerTasks($id: ID!, $first: Int, $after: String) {
    customerById(id: $id) {
      __typename
      id
      taskConnection(first: $first, after: $after) {
        nodes {
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
          customer {
            ...CustomerFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`, [itemFields, customerFields])

export const CreateCustomer = gql(`
  mutation CreateCustomer($customerData: CustomerInput!) {
    createCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
`, [cardFields])

export const UpdateCustomer = gql(`
  mutation UpdateCustomer($customerData: CustomerInput!) {
    updateCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
`, [cardFields])

export const DeleteCustomer = gql(`
  mutation DeleteCustomer($phone: String!) {
    deleteCustomer(phone: $phone) {
      phone
    }
  }
`)

export const MergeCustomers = gql(`
  mutation MergeCustomers($from: ID!, $into: ID!) {
    mergeCustomers(from: $from, into: $into) {
      customer {
        ...CardFields
      }
    }
  }
`, [cardFields])

export const DecidePhoneClaim = gql(`
  mutation DecidePhoneClaim($id: ID!, $accept: Boolean!) {
    decidePhoneClaim(id: $id, accept: $accept) {
      customer {
        ...CardFields
      }
    }
  }
`, [cardFields])
