// A client whose every field is checked against api/schema.graphql by the compiler: urql and gql.tada.
// Its types are generated: npx gql.tada generate-output
import { cacheExchange, Client, fetchExchange } from '@urql/core'
import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './schema-types.js'

const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Long: number; ExpectedErrorType: unknown } }>()

const client = new Client({
  url: process.env.api!,
  exchanges: [cacheExchange, fetchExchange],
  fetchOptions: { headers: { Authorization: `Bearer ${process.env.token}` } },
})

const Page = graphql(`
  query Page($filter: TaskFilter, $after: String) {
    tasks(first: 50, after: $after, filter: $filter) {
      nodes { id status customer { name phone } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

let after: string | null = null
let count = 0
do {
  const { data, error }: Awaited<ReturnType<typeof read>> = await read(after)
  if (error || !data?.tasks) throw error ?? new Error('no tasks')
  count += data.tasks.nodes.filter((task) => task.status === 'ACCEPTED').length
  after = data.tasks.pageInfo.hasNextPage ? data.tasks.pageInfo.endCursor : null
} while (after)
console.log(`${count} accepted`)

function read(after: string | null) {
  return client.query(Page, { after, filter: { statuses: ['ACCEPTED'] } }).toPromise()
}
