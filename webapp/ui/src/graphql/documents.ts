import { gql } from '@urql/core'
import type { Category, Customer, CustomerWithTasks, Status, Task, Tokens, User } from './types'

const customerFields = gql`
  fragment CustomerFields on CustomerType {
    id
    telegramId
    phone
    name
  }
`

const taskFields = gql`
  fragment TaskFields on TaskType {
    id
    createdAt
    category
    status
    description
    employee {
      id
      email
    }
    customer {
      ...CustomerFields
    }
  }
  ${customerFields}
`

export interface TasksVariables {
  customerPhone?: string
  statuses?: Status[]
  category?: Category
  createdAt?: string
  dateStart?: string
  dateEnd?: string
}

export const TasksQuery = gql<{ allTasks: Task[] | null }, TasksVariables>`
  query Tasks(
    $customerPhone: String
    $statuses: [StatusEnum]
    $category: CategoryEnum
    $createdAt: String
    $dateStart: String
    $dateEnd: String
  ) {
    allTasks(
      customerPhone: $customerPhone
      statuses: $statuses
      category: $category
      createdAt: $createdAt
      dateStart: $dateStart
      dateEnd: $dateEnd
    ) {
      ...TaskFields
    }
  }
  ${taskFields}
`

export const TaskQuery = gql<{ taskById: Task | null }, { id: string }>`
  query Task($id: ID!) {
    taskById(id: $id) {
      ...TaskFields
    }
  }
  ${taskFields}
`

export const CustomersQuery = gql<{ allCustomers: Customer[] | null }, Record<string, never>>`
  query Customers {
    allCustomers {
      ...CustomerFields
    }
  }
  ${customerFields}
`

export const CustomerQuery = gql<{ customerById: CustomerWithTasks | null }, { id: string }>`
  query Customer($id: ID!) {
    customerById(id: $id) {
      ...CustomerFields
      tasks {
        ...TaskFields
      }
    }
  }
  ${taskFields}
`

export const MeQuery = gql<{ me: User | null }, Record<string, never>>`
  query Me {
    me {
      id
      email
    }
  }
`

export const CreateTask = gql<
  { createTask: { task: Task } },
  { taskData: { customerPhone: string; category: Category; description: string } }
>`
  mutation CreateTask($taskData: TaskInput!) {
    createTask(taskData: $taskData) {
      task {
        ...TaskFields
      }
    }
  }
  ${taskFields}
`

export const UpdateTask = gql<
  { updateTask: { task: Task } },
  { taskData: { id: string; status: Status; category: Category; description: string } }
>`
  mutation UpdateTask($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        ...TaskFields
      }
    }
  }
  ${taskFields}
`

/** Asks for nothing but what it changes, so that the cache can show the answer before it comes. */
export const ChangeStatus = gql<
  { updateTask: { task: Pick<Task, 'id' | 'status'> } },
  { taskData: { id: string; status: Status } }
>`
  mutation ChangeStatus($taskData: TaskInput!) {
    updateTask(taskData: $taskData) {
      task {
        id
        status
      }
    }
  }
`

export const DeleteTask = gql<{ deleteTask: { id: string } }, { id: string }>`
  mutation DeleteTask($id: ID!) {
    deleteTask(id: $id) {
      id
    }
  }
`

export interface CustomerInput {
  phone: string
  name?: string
  telegramId?: string
}

export const CreateCustomer = gql<{ createCustomer: { customer: Customer } }, { customerData: CustomerInput }>`
  mutation CreateCustomer($customerData: CustomerInput!) {
    createCustomer(customerData: $customerData) {
      customer {
        ...CustomerFields
      }
    }
  }
  ${customerFields}
`

export const UpdateCustomer = gql<{ updateCustomer: { customer: Customer } }, { customerData: CustomerInput }>`
  mutation UpdateCustomer($customerData: CustomerInput!) {
    updateCustomer(customerData: $customerData) {
      customer {
        ...CustomerFields
      }
    }
  }
  ${customerFields}
`

export const DeleteCustomer = gql<{ deleteCustomer: { phone: string } }, { phone: string }>`
  mutation DeleteCustomer($phone: String!) {
    deleteCustomer(phone: $phone) {
      phone
    }
  }
`

export const Login = gql<{ login: Tokens }, { email: string; password: string }>`
  mutation Login($email: String!, $password: String!) {
    login(email: $email, password: $password) {
      success
      errors
      token
      refreshToken
    }
  }
`

export const Register = gql<
  { register: Tokens },
  { email: string; password1: string; password2: string; invite: string }
>`
  mutation Register($email: String!, $password1: String!, $password2: String!, $invite: String) {
    register(email: $email, password1: $password1, password2: $password2, invite: $invite) {
      success
      errors
      token
      refreshToken
    }
  }
`

export const RefreshToken = gql<{ refreshToken: Tokens }, { refreshToken: string }>`
  mutation RefreshToken($refreshToken: String!) {
    refreshToken(refreshToken: $refreshToken) {
      success
      errors
      token
      refreshToken
    }
  }
`

export const Logout = gql<{ logout: { success: boolean } }, { refreshToken: string }>`
  mutation Logout($refreshToken: String!) {
    logout(refreshToken: $refreshToken) {
      success
    }
  }
`
