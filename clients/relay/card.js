// A card with its tasks by pages, as an app with Relay asks for it. The compiler makes of the fragment the
// query that reads the card anew, or the next page, by the card's nodeId alone.
graphql`
  query cardQuery {
    customers(first: 100) {
      nodes {
        ...card_customer
      }
    }
  }
`

graphql`
  fragment card_customer on CustomerType
  @refetchable(queryName: "cardRefetchQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 1 }, cursor: { type: "String" }) {
    name
    taskConnection(first: $count, after: $cursor) @connection(key: "card_taskConnection") {
      edges {
        node {
          status
        }
      }
    }
  }
`
