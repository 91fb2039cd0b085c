import type { initGraphQLTada } from 'gql.tada'
import type { Schema } from './schema.gen'

export type { ResultOf, VariablesOf } from 'gql.tada'

/** {"<field>|nonFieldErrors": [{message, code}]}; null on success. */
export type FormErrors = Record<string, { message: string; code: string }[]> | null

type Gql = ReturnType<
  typeof initGraphQLTada<{
    introspection: Schema
    disableMasking: true
    // Moments are RFC 3339 in UTC.
    scalars: { DateTime: string; Long: number; ExpectedErrorType: FormErrors }
  }>
>

/**
 * A document with the fragments that it names; the compiler reads from its text what it asks for. It stays
 * text until it is first asked, which is when urql reads it: reading all of them at the start takes a slow
 * phone a tenth of a second. What has an id says its __typename too, so that the cache knows it again.
 */
export const gql = ((text: string, fragments: readonly unknown[] = []) => text + fragments.join('')) as unknown as Gql

/** The values of one of the API's enums. */
export type Enum<Name extends keyof Schema['types']> = Schema['types'][Name] extends { enumValues: infer Values } ? Values : never
