import { gql, type Enum, type ResultOf } from './gql'
import { customerFields } from './task-list'
import { notificationFields } from './tasks'

export type DecisionWay = Exclude<Enum<'DecisionWay'>, 'TELEGRAM'>
export type PaymentMethod = Enum<'PaymentMethod'>

const estimateFields = gql(`
  fragment EstimateFields on EstimateType {
    __typename
    id
    version
    state
    total
    currency
    lines {
      text
      quantity
      price
    }
    validUntil
    createdTime
    sentTime
    decidedTime
    decidedByName
    via
    comment
    notification {
      ...NotificationFields
    }
  }
`, [notificationFields])

export type Estimate = ResultOf<typeof estimateFields>

/** All that was offered for a task, the newest first, and what was paid. */
export const PriceQuery = gql(`
  query Price($id: ID!) {
    taskById(id: $id) {
      __typename
      id
      due
      paid
      customer {
        ...CustomerFields
      }
      payments {
        __typename
        id
        amount
        method
        createdTime
      }
    }
    estimates(taskId: $id) {
      ...EstimateFields
    }
  }
`, [customerFields, estimateFields])

export type PricedTask = NonNullable<ResultOf<typeof PriceQuery>['taskById']>
export type Payment = PricedTask['payments'][number]

export const UsedLinesQuery = gql(`
  query UsedLines {
    estimateLines(first: 100) {
      text
      quantity
      price
    }
  }
`)

export type UsedLine = ResultOf<typeof UsedLinesQuery>['estimateLines'][number]

export const PaymentUrlQuery = gql(`
  query PaymentUrl {
    settings {
      paymentUrl
    }
  }
`)

export const SaveEstimate = gql(`
  mutation SaveEstimate($taskId: ID!, $lines: [EstimateLineInput!]!, $validUntil: DateTime, $version: Int) {
    saveEstimate(taskId: $taskId, lines: $lines, validUntil: $validUntil, version: $version) {
      estimate {
        ...EstimateFields
      }
    }
  }
`, [estimateFields])

export const SendEstimate = gql(`
  mutation SendEstimate($id: ID!, $version: Int!) {
    sendEstimate(id: $id, version: $version) {
      estimate {
        ...EstimateFields
      }
    }
  }
`, [estimateFields])

export const WithdrawEstimate = gql(`
  mutation WithdrawEstimate($id: ID!, $version: Int!) {
    withdrawEstimate(id: $id, version: $version) {
      estimate {
        ...EstimateFields
      }
    }
  }
`, [estimateFields])

export const DecideEstimate = gql(`
  mutation DecideEstimate($id: ID!, $version: Int!, $accepted: Boolean!, $via: DecisionWay!, $comment: String) {
    decideEstimate(id: $id, version: $version, accepted: $accepted, via: $via, comment: $comment) {
      estimate {
        ...EstimateFields
      }
    }
  }
`, [estimateFields])

export const AddPayment = gql(`
  mutation AddPayment($taskId: ID!, $amount: Int!, $method: PaymentMethod!) {
    addPayment(taskId: $taskId, amount: $amount, method: $method) {
      task {
        __typename
        id
        paid
        due
        payments {
          __typename
          id
          amount
          method
          createdTime
        }
      }
    }
  }
`)
