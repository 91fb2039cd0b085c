
/** What is looked at seldom comes as one chunk. */
export { DeadLettersScreen } from './dead-letters'
export { TeamScreen } from './members'
export { TokenNewScreen, TokensScreen } from './tokens'
export { WebhookScreen } from './webhook'
export { WebhookNewScreen, WebhooksScreen } from './webhooks'
