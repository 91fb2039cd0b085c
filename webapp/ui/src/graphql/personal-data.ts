import { gql, type Enum, type ResultOf } from './gql'
import { customerFields } from './task-list'

export type PersonalDataFormat = Enum<'PersonalDataFormat'>

const personalFields = gql(`
  fragment PersonalFields on CustomerType {
    ...CustomerFields
    erasureTime
    consents {
      version
      link
      givenTime
      notedBy {
        __typename
        id
        name
      }
    }
  }
`, [customerFields])

export type PersonalCard = ResultOf<typeof personalFields>

export const PersonalDataQuery = gql(`
  query PersonalData($id: ID!) {
    customerById(id: $id) {
      ...PersonalFields
    }
    settings {
      consentVersion
      consentUrl
    }
    me {
      __typename
      id
      role
    }
  }
`, [personalFields])

export const RequestErasure = gql(`
  mutation RequestErasure($id: ID!) {
    requestErasure(customerId: $id) {
      customer {
        ...PersonalFields
      }
    }
  }
`, [personalFields])

export const CancelErasure = gql(`
  mutation CancelErasure($id: ID!) {
    cancelErasure(customerId: $id) {
      customer {
        ...PersonalFields
      }
    }
  }
`, [personalFields])

export const EraseCustomer = gql(`
  mutation EraseCustomer($id: ID!) {
    eraseCustomer(customerId: $id) {
      phone
    }
  }
`)

export const NoteConsent = gql(`
  mutation NoteConsent($id: ID!, $version: String!) {
    noteConsent(customerId: $id, version: $version) {
      customer {
        ...PersonalFields
      }
    }
  }
`, [personalFields])

export const ExportPersonalData = gql(`
  mutation ExportPersonalData($id: ID!, $format: PersonalDataFormat!, $language: LanguageEnum) {
    exportPersonalData(customerId: $id, format: $format, language: $language) {
      url
      name
    }
  }
`)
