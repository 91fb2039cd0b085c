import { cacheExchange, type Cache, type DataFields, type UpdateResolver } from '@urql/exchange-graphcache'

/**
 * Answers are kept by type and id, so that a changed task is changed wherever it is shown. A changed
 * status is shown before the server has answered, and is taken back when it refuses.
 */
export function cache() {
  return cacheExchange({
    keys: Object.fromEntries(withoutId.map((type) => [type, () => null])),
    resolvers: {
      Query: {
        taskById: (_, { id }) => ({ __typename: 'TaskType', id: id as string }),
      },
    },
    optimistic: {
      updateTask: ({ taskData }) => {
        const { id, status, ...more } = taskData as { id: string; status: string }
        if (Object.keys(more).length > 0) return null
        return { __typename: 'UpdateTask', task: { __typename: 'TaskType', id, status } }
      },
    },
    updates: {
      Mutation: {
        createTask: outdates('tasks', 'customers', 'customerById'),
        deleteTask: outdates('tasks', 'customerById'),
        createCustomer: outdates('customers'),
        updateCustomer: outdates('customers'),
        deleteCustomer: outdates('customers', 'tasks', 'taskById'),
        mergeCustomers: outdates('customers', 'customerById', 'tasks', 'taskById'),
        createInvite: outdates('invites'),
        revokeInvite: outdates('invites'),
        createApiToken: outdates('apiTokens'),
        createWebhook: outdates('webhooks'),
        deleteWebhook: outdates('webhooks'),
        testWebhook: outdates('webhooks'),
        resendWebhookDelivery: outdates('webhooks'),
      },
      Subscription: {
        taskChanged: removes('TaskType', 'taskChanged'),
        customerChanged: removes('CustomerType', 'customerChanged'),
      },
    },
  })
}

/** The types of answers that are no entity of their own. */
const withoutId = [
  'Register',
  'ObtainJSONWebToken',
  'Logout',
  'CreateTask',
  'UpdateTask',
  'DeleteTask',
  'CreateCustomer',
  'UpdateCustomer',
  'DeleteCustomer',
  'UndoStatus',
  'ResendNotification',
  'TaskConnection',
  'PageInfo',
  'TaskChange',
  'CustomerChange',
  'NotificationChange',
  'MergeCustomers',
  'CustomerConnection',
  'StatsType',
  'DayCount',
  'ExportFile',
  'DisableStaff',
  'EnableStaff',
  'SetStaffRole',
  'CreateInvite',
  'RevokeInvite',
  'CreateApiToken',
  'RevokeApiToken',
  'CreateWebhook',
  'UpdateWebhook',
  'DeleteWebhook',
  'RotateWebhookSecret',
  'TestWebhook',
  'ResendWebhookDelivery',
  'WebhookDeliveryConnection',
]

/** After the mutation these queries are asked again, where they are shown. */
function outdates(...queries: string[]): UpdateResolver {
  return (_result: unknown, _variables: unknown, cache: Cache) => {
    for (const field of cache.inspectFields('Query')) {
      if (queries.includes(field.fieldName)) cache.invalidate('Query', field.fieldKey)
    }
  }
}

/** What was deleted elsewhere leaves the lists that show it, and its own card: they are asked for again. */
function removes(type: string, field: string): UpdateResolver {
  return (result: DataFields, _variables: unknown, cache: Cache) => {
    const change = result[field] as { kind: string; id: string } | null
    if (change?.kind === 'DELETED') cache.invalidate({ __typename: type, id: change.id })
  }
}
