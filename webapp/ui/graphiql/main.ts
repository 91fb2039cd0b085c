import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { GraphiQL } from 'graphiql'
import { createGraphiQLFetcher } from '@graphiql/toolkit'
import 'graphiql/style.css'
import './page.css'

const welcome = `# Everything but login and register needs a token. Get one here:
mutation Login {
  login(email: "you@example.com", password: "…") {
    success
    errors
    token
    refreshToken
  }
}

# Put it into the Headers tab below: {"Authorization": "Bearer <token>"}. Then:
query OpenTasks {
  allTasks(statuses: [ACCEPTED, IN_PROGRESS, READY]) {
    id
    createdAt
    category
    status
    description
    customer {
      phone
      name
    }
  }
}
`

createRoot(document.getElementById('graphiql')!).render(
  createElement(GraphiQL, {
    fetcher: createGraphiQLFetcher({ url: '/graphql' }),
    defaultQuery: welcome,
    defaultHeaders: '{\n  "Authorization": "Bearer "\n}',
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
  }),
)
