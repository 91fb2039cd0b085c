// Writes the types of api/schema.graphql, from which the compiler knows what a document answers with.
import { readFileSync, writeFileSync } from 'node:fs'
import { minifyIntrospection, preprocessIntrospection } from '@gql.tada/internal'
import { buildSchema, introspectionFromSchema } from 'graphql'

const schema = buildSchema(readFileSync(new URL('../../../api/schema.graphql', import.meta.url), 'utf8'))
const types = preprocessIntrospection(minifyIntrospection(introspectionFromSchema(schema)))
writeFileSync(new URL('../src/graphql/schema.gen.ts', import.meta.url), `export type Schema = ${types}\n`)
