import { readFileSync } from 'node:fs'
import { buildSchema, parse, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql'
import { describe, expect, it } from 'vitest'

const schema = buildSchema(readFileSync('../../api/schema.graphql', 'utf8'))
const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], { eager: true })
const documents = Object.values(modules)
  .flatMap((module) => Object.entries(module))
  .filter(([, text]) => /^\s*(query|mutation|subscription)\s/.test(String(text)))
  .map(([name, text]) => ({ name, text: String(text) }))

describe('the documents', () => {
  it.each(documents)('$name asks for what the API has', ({ text }) => {
    expect(validate(schema, parse(text))).toEqual([])
  })

  // Payloads of mutations and tidings of changes have the id of what they are about.
  const noEntity = /^(Mutation|Delete|Revoke|Replay|Dismiss)|Changed?$/
  it.each(documents)('$name says the type of what it asks the id of', ({ text }) => {
    const types = new TypeInfo(schema)
    const nameless: string[] = []
    visit(
      parse(text),
      visitWithTypeInfo(types, {
        SelectionSet({ selections }) {
          const fields = selections.map((selection) => (selection.kind === 'Field' ? selection.name.value : ''))
          const type = String(types.getParentType())
          if (fields.includes('id') && !fields.includes('__typename') && !noEntity.test(type)) nameless.push(type)
        },
      }),
    )
    expect(nameless).toEqual([])
  })
})
