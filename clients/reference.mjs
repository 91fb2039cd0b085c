// Answers documents with graphql-js, for the tests of api/graphql to compare with: reads {sdl, data, cases} as JSON
// and writes, for each case, the rules it breaks and where, or what executing it gives.
import { readFileSync } from 'node:fs'
import { buildSchema, execute, lexicographicSortSchema, parse, specifiedRules, validate, valueFromASTUntyped } from 'graphql'

const { sdl, data, cases } = JSON.parse(readFileSync(0, 'utf8'))
const schema = lexicographicSortSchema(buildSchema(sdl))

const day = (value) => {
  if (typeof value !== 'string') throw new Error('Expected a day.')
  return value
}
schema.getType('Date').parseValue = day
schema.getType('Date').parseLiteral = (node) => day(valueFromASTUntyped(node))
const fails = () => {
  throw new Error('boom')
}
// Arguments with their keys in order, as Go writes maps.
const sorted = (value) =>
  Array.isArray(value) ? value.map(sorted)
  : value && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]))
  : value
const echo = (given) => JSON.stringify(sorted(given))
const root = { ...data, boom: fails, boomRequired: fails, fail: fails, echo, need: echo, needDefault: echo }

function answer({ query, variables }) {
  let document
  try {
    document = parse(query)
  } catch (error) {
    return { syntax: error.locations }
  }
  const broken = specifiedRules.flatMap((rule) =>
    validate(schema, document, [rule]).map(({ locations }) => ({ rule: rule.name.replace(/Rule$/, ''), locations })),
  )
  if (broken.length) return { broken }
  const result = execute({ schema, document, rootValue: root, variableValues: variables })
  return {
    data: result.data === undefined ? undefined : JSON.stringify(result.data),
    errors: result.errors?.map(({ path, locations }) => ({ path, locations })),
  }
}

process.stdout.write(JSON.stringify(cases.map(answer)))
