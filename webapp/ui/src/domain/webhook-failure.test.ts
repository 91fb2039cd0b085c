import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { webhookFailureOf } from './webhook-failure'

it.each([
  ['The endpoint answered 302 Found. Redirects are not followed: set the webhook to the final address.', 'redirect'],
  ['The endpoint answered 500 Internal Server Error.', ''],
  ['10.0.0.1 is not on the public internet, and webhooks.allow_private is not set.', 'private'],
  ['The webhook was made inactive.', 'inactive'],
  ['Something of tomorrow.', 'other'],
])('%s is told as %s', (reason, failure) => expect(webhookFailureOf(reason)).toBe(failure))

it('what the service says of a connection is told in words of its own, but for the last', () => {
  const reasons = [...readFileSync('../../webhook/client.go', 'utf8').matchAll(/return "(The[^"]+\.)"/g)].map(([, reason]) => webhookFailureOf(reason!))
  expect(reasons.length).toBeGreaterThan(5)
  expect(reasons.indexOf('other')).toBe(reasons.length - 1)
})
