import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { fetchWithTimeout } from './fetch-timeout'

/** Questions that were asked before the program that shows their answers was there. */
const asked = new Map<string, Promise<Response>>()

/** Sends a question while the rest of the program is still on its way; it need not be asked by it. */
export function prefetch<Variables extends AnyVariables>(
  document: TypedDocumentNode<unknown, Variables>,
  variables: Variables,
  token: string,
): void {
  const query = String(document)
  const [, operationName = ''] = /(\w+)\(/.exec(query) ?? []
  const response = fetchWithTimeout('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ operationName, query, variables }),
  })
  response.catch(() => {}) // who asks again is told
  asked.set(nameOf({ operationName, variables }), response)
}

/** `fetchWithTimeout`, but for a question that was asked early: that one is answered once. */
export const fetchOrPrefetched: typeof fetch = (address, options) => {
  const name = asked.size > 0 ? nameOf(JSON.parse(String(options?.body)) as Question) : ''
  const response = asked.get(name)
  asked.delete(name)
  return response ?? fetchWithTimeout(address, options)
}

/** What was asked early and not wanted so far is too old to be an answer later. */
export function forgetPrefetched(): void {
  asked.clear()
}

interface Question {
  operationName: string
  variables: AnyVariables
}

function nameOf({ operationName, variables }: Question): string {
  return operationName + JSON.stringify(variables, inOrder)
}

/** urql sends variables in the order of their names. */
function inOrder(_: string, value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? Object.fromEntries(Object.entries(value).sort()) : value
}
