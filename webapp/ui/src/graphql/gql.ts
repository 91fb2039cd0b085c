import type { AnyVariables, TypedDocumentNode } from '@urql/core'

/**
 * A document stays text until it is first asked, which is when urql reads it: reading all of them at
 * the start takes a slow phone a tenth of a second. What has an id says its __typename too, so that
 * the cache knows it again.
 */
export function gql<Data = unknown, Variables extends AnyVariables = AnyVariables>(
  parts: TemplateStringsArray,
  ...fragments: unknown[]
): TypedDocumentNode<Data, Variables> {
  return String.raw({ raw: parts }, ...fragments) as unknown as TypedDocumentNode<Data, Variables>
}
