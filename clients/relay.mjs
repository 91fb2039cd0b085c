// Has Relay's compiler make its queries of relay/card.js and api/schema.graphql, and reads with them all
// tasks of a card that has more than a page: the first page with the list, the others by the card's nodeId.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import compiler from 'relay-compiler'

const folder = new URL('relay/', import.meta.url)
mkdirSync(new URL('__generated__/', folder), { recursive: true })
execFileSync(compiler, ['relay.config.json'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
const [card, list, refetch] = await Promise.all(
  ['card_customer', 'cardQuery', 'cardRefetchQuery'].map(
    async (name) => (await import(new URL(`__generated__/${name}.graphql.js`, folder))).default,
  ),
)

const { identifierField, identifierQueryVariableName } = card.metadata.refetch.identifierInfo
const { customers } = await ask(list, {})
let page = customers.nodes.find(({ taskConnection }) => taskConnection.pageInfo.hasNextPage)
assert.ok(page, 'nobody has two tasks')
const id = page[identifierField]
const tasks = page.taskConnection.edges.map(({ node }) => node.nodeId)
while (page.taskConnection.pageInfo.hasNextPage) {
  const cursor = page.taskConnection.pageInfo.endCursor
  page = (await ask(refetch, { [identifierQueryVariableName]: id, cursor, count: 1 })).node
  assert.equal(page[identifierField], id)
  tasks.push(...page.taskConnection.edges.map(({ node }) => node.nodeId))
}
assert.equal(new Set(tasks).size, tasks.length)
console.log(`${tasks.length} tasks of one card`)

async function ask({ params: { text } }, variables) {
  const answer = await fetch(process.env.api, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${process.env.token}` },
    body: JSON.stringify({ query: text, variables }),
  })
  const { data, errors } = await answer.json()
  assert.equal(errors, undefined, JSON.stringify(errors))
  return data
}
