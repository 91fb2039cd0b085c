import { gql, type ResultOf } from './gql'
import { customerFields, itemFields } from './task-list'

const shopFields = gql(`
  fragment ShopFields on SettingsType {
    name
    address
    phone
    warrantyDays
    hours {
      day
      from
      to
    }
  }
`)

/** What is printed for a task. */
export const PaperQuery = gql(`
  query Paper($id: ID!) {
    taskById(id: $id) {
      __typename
      id
      category
      createdTime
      description
      promisedTime
      warrantyUntil
      paid
      due
      estimate {
        __typename
        id
        currency
      }
      warrantyOf {
        __typename
        id
      }
      item {
        ...ItemFields
      }
      employee {
        __typename
        id
        email
        name
      }
      customer {
        ...CustomerFields
      }
    }
    settings {
      ...ShopFields
    }
    bot {
      url
    }
  }
`, [itemFields, customerFields, shopFields])

export const PosterQuery = gql(`
  query Poster {
    settings {
      ...ShopFields
    }
    bot {
      url
    }
  }
`, [shopFields])

/** By its name labels of this shop are told from others. */
export const BotQuery = gql(`
  query Bot {
    bot {
      url
    }
  }
`)

export type PaperTask = NonNullable<ResultOf<typeof PaperQuery>['taskById']>
export type Shop = ResultOf<typeof shopFields>
