import { gql } from './gql'
import type { Connection } from './types'

export type DeliveryState = 'QUEUED' | 'SENDING' | 'DELIVERED' | 'FAILED'

export interface Webhook {
  id: string
  url: string
  events: string[]
  active: boolean
  /** Why the service stopped it; null when it did not. */
  disabledReason: string | null
}

export interface Delivery {
  id: string
  event: string
  state: DeliveryState
  attempts: number
  payload: string
  responseStatus: number | null
  lastError: string | null
  nextAttemptAt: string | null
  deliveredAt: string | null
  createdTime: string
}

/** In the order in which they are offered. */
export const webhookEvents = [
  'task.created',
  'task.updated',
  'task.status_changed',
  'task.deleted',
  'customer.created',
  'customer.registered',
  'customer.updated',
  'customer.deleted',
  'notification.failed',
] as const

const webhookFields = gql`
  fragment WebhookFields on WebhookType {
    __typename
    id
    url
    events
    active
    disabledReason
  }
`

const deliveryFields = gql`
  fragment DeliveryFields on WebhookDeliveryType {
    __typename
    id
    event
    state
    attempts
    payload
    responseStatus
    lastError
    nextAttemptAt
    deliveredAt
    createdTime
  }
`

export const WebhooksQuery = gql<{ webhooks: Webhook[] | null }, Record<string, never>>`
  query Webhooks {
    webhooks {
      ...WebhookFields
    }
  }
  ${webhookFields}
`

/** The latest deliveries of each webhook; the API has no query for a single one. */
export const DeliveriesQuery = gql<
  { webhooks: { id: string; deliveries: Pick<Connection<Delivery>, 'nodes'> | null }[] | null },
  Record<string, never>
>`
  query Deliveries {
    webhooks {
      __typename
      id
      deliveries(first: 20) {
        nodes {
          ...DeliveryFields
        }
      }
    }
  }
  ${deliveryFields}
`

export const CreateWebhook = gql<
  { createWebhook: { webhook: Webhook; secret: string } },
  { url: string; events: string[] }
>`
  mutation CreateWebhook($url: String!, $events: [String!]!) {
    createWebhook(url: $url, events: $events) {
      webhook {
        ...WebhookFields
      }
      secret
    }
  }
  ${webhookFields}
`

export const UpdateWebhook = gql<
  { updateWebhook: { webhook: Webhook } },
  { id: string; url?: string; events?: string[]; active?: boolean }
>`
  mutation UpdateWebhook($id: ID!, $url: String, $events: [String!], $active: Boolean) {
    updateWebhook(id: $id, url: $url, events: $events, active: $active) {
      webhook {
        ...WebhookFields
      }
    }
  }
  ${webhookFields}
`

export const DeleteWebhook = gql<{ deleteWebhook: { id: string } }, { id: string }>`
  mutation DeleteWebhook($id: ID!) {
    deleteWebhook(id: $id) {
      id
    }
  }
`

export const RotateWebhookSecret = gql<
  { rotateWebhookSecret: { webhook: Webhook; secret: string } },
  { id: string }
>`
  mutation RotateWebhookSecret($id: ID!) {
    rotateWebhookSecret(id: $id) {
      webhook {
        ...WebhookFields
      }
      secret
    }
  }
  ${webhookFields}
`

export const TestWebhook = gql<{ testWebhook: { delivery: Delivery } }, { id: string }>`
  mutation TestWebhook($id: ID!) {
    testWebhook(id: $id) {
      delivery {
        ...DeliveryFields
      }
    }
  }
  ${deliveryFields}
`

export const ResendDelivery = gql<{ resendWebhookDelivery: { delivery: Delivery } }, { id: string }>`
  mutation ResendDelivery($id: ID!) {
    resendWebhookDelivery(id: $id) {
      delivery {
        ...DeliveryFields
      }
    }
  }
  ${deliveryFields}
`
