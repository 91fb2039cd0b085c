import { gql, type Enum, type ResultOf } from './gql'

export type ImportField = Enum<'ImportField'>

const importFields = gql(`
  fragment ImportFields on ImportType {
    __typename
    id
    fileId
    fileName
    state
    fault
    rows
    done
    newRows
    knownRows
    changedRows
    sameRows
    refusedRows
    agreed {
      rows
      total
      highest
      sheet
      line
    }
    paid {
      rows
      total
      highest
      sheet
      line
    }
    refused {
      sheet
      line
      reason(language: $language)
    }
    unknownStatuses
    statuses {
      word
      status
    }
    columns {
      sheet
      column
      field
    }
    sheets {
      name
      tasks
      skipped
      withoutStatus
      columns {
        column
        heading
        example
        amount
        field
      }
    }
  }
`)

export type DataImport = ResultOf<typeof importFields>

export const DataImportQuery = gql(`
  query DataImport($language: LanguageEnum) {
    dataImport {
      ...ImportFields
    }
  }
`, [importFields])

export const CheckImport = gql(`
  mutation CheckImport($fileId: ID!, $columns: [ImportColumnInput!], $statuses: [ImportStatusInput!]) {
    checkImport(fileId: $fileId, columns: $columns, statuses: $statuses) {
      dataImport {
        __typename
        id
        state
      }
    }
  }
`)

export const RunImport = gql(`
  mutation RunImport($id: ID!) {
    runImport(id: $id) {
      dataImport {
        __typename
        id
        state
      }
    }
  }
`)

export const StopImport = gql(`
  mutation StopImport($id: ID!) {
    stopImport(id: $id) {
      dataImport {
        __typename
        id
        state
      }
    }
  }
`)

export const ExportRefusedRows = gql(`
  mutation ExportRefusedRows($id: ID!, $language: LanguageEnum) {
    exportRefusedRows(id: $id, language: $language) {
      url
      name
    }
  }
`)
