import { gql } from './gql'
import type { CustomerFilter } from '../domain/contact'
import { customerFields } from './task-list'
import type { Connection, Customer, CustomerCard, Task } from './types'

export const cardFields = gql`
  fragment CardFields on CustomerType {
    ...CustomerFields
    language
    note
    createdTime
    phoneClaims {
      __typename
      id
      name
      createdTime
    }
    taskConnection(first: 1) {
      totalCount
    }
  }
  ${customerFields}
`

export const CustomersQuery = gql<
  { customers: Connection<Customer> | null },
  { filter: CustomerFilter; first: number; after: string | null }
>`
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
  ${customerFields}
`

export const CustomerCountQuery = gql<{ customers: { totalCount: number } | null }, { filter: CustomerFilter }>`
  query CustomerCount($filter: CustomerFilter) {
    customers(first: 1, filter: $filter) {
      totalCount
    }
  }
`

export const CustomerQuery = gql<{ customerById: CustomerCard | null }, { id: string }>`
  query Customer($id: ID!) {
    customerById(id: $id) {
      ...CardFields
    }
  }
  ${cardFields}
`

export type CustomerTask = Pick<Task, 'id' | 'createdAt' | 'category' | 'status' | 'description' | 'customer'>

export const CustomerTasksQuery = gql<
  { customerById: { taskConnection: Connection<CustomerTask> | null } | null },
  { id: string; first: number; after: string | null }
>`
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
  ${customerFields}
`

export interface CustomerInput {
  phone: string
  newPhone?: string
  name?: string
  note?: string
  language?: 'RU' | 'EN'
}

export const CreateCustomer = gql<{ createCustomer: { customer: CustomerCard } }, { customerData: CustomerInput }>`
  mutation CreateCustomer($customerData: CustomerInput!) {
    createCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
  ${cardFields}
`

export const UpdateCustomer = gql<{ updateCustomer: { customer: CustomerCard } }, { customerData: CustomerInput }>`
  mutation UpdateCustomer($customerData: CustomerInput!) {
    updateCustomer(customerData: $customerData) {
      customer {
        ...CardFields
      }
    }
  }
  ${cardFields}
`

export const DeleteCustomer = gql<{ deleteCustomer: { phone: string } }, { phone: string }>`
  mutation DeleteCustomer($phone: String!) {
    deleteCustomer(phone: $phone) {
      phone
    }
  }
`

export const MergeCustomers = gql<{ mergeCustomers: { customer: CustomerCard } }, { from: string; into: string }>`
  mutation MergeCustomers($from: ID!, $into: ID!) {
    mergeCustomers(from: $from, into: $into) {
      customer {
        ...CardFields
      }
    }
  }
  ${cardFields}
`

export const DecidePhoneClaim = gql<{ decidePhoneClaim: { customer: CustomerCard } }, { id: string; accept: boolean }>`
  mutation DecidePhoneClaim($id: ID!, $accept: Boolean!) {
    decidePhoneClaim(id: $id, accept: $accept) {
      customer {
        ...CardFields
      }
    }
  }
  ${cardFields}
`
