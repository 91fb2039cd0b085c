import { gql, type ResultOf } from './gql'

/** In the order in which they are offered. */
export const webhookEvents = [
  'task.created',
  'task.updated',
  'task.status_changed',
  'task.deleted',
  'task.rated',
  'task.overdue',
  'customer.created',
  'customer.registered',
  'customer.updated',
  'customer.deleted',
  'notification.failed',
  'message.received',
  'message.sent',
  'message.failed',
] as const

const webhookFields = gql(`
  fragment WebhookFields on WebhookType {
    __typename
    id
    url
    events
    active
    disabledReason
  }
`)

const deliveryFields = gql(`
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
`)

export type Webhook = ResultOf<typeof webhookFields>
export type Delivery = ResultOf<typeof deliveryFields>

export const WebhooksQuery = gql(`
  query Webhooks {
    webhooks {
      ...WebhookFields
    }
  }
`, [webhookFields])

/** The latest deliveries of each webhook; the API has no query for a single one. */
export const DeliveriesQuery = gql(`
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
`, [deliveryFields])

export const CreateWebhook = gql(`
  mutation CreateWebhook($url: String!, $events: [String!]!) {
    createWebhook(url: $url, events: $events) {
      webhook {
        ...WebhookFields
      }
      secret
    }
  }
`, [webhookFields])

export const UpdateWebhook = gql(`
  mutation UpdateWebhook($id: ID!, $url: String, $events: [String!], $active: Boolean) {
    updateWebhook(id: $id, url: $url, events: $events, active: $active) {
      webhook {
        ...WebhookFields
      }
    }
  }
`, [webhookFields])

export const DeleteWebhook = gql(`
  mutation DeleteWebhook($id: ID!) {
    deleteWebhook(id: $id) {
      id
    }
  }
`)

export const RotateWebhookSecret = gql(`
  mutation RotateWebhookSecret($id: ID!) {
    rotateWebhookSecret(id: $id) {
      webhook {
        ...WebhookFields
      }
      secret
    }
  }
`, [webhookFields])

export const TestWebhook = gql(`
  mutation TestWebhook($id: ID!) {
    testWebhook(id: $id) {
      delivery {
        ...DeliveryFields
      }
    }
  }
`, [deliveryFields])

export const ResendDelivery = gql(`
  mutation ResendDelivery($id: ID!) {
    resendWebhookDelivery(id: $id) {
      delivery {
        ...DeliveryFields
      }
    }
  }
`, [deliveryFields])
