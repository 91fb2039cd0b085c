import { gql } from './gql'
import type { CustomerFilter } from '../domain/contact'
import type { TaskFilterInput } from './task-list'

export type ExportFormat = 'CSV' | 'XLSX'

/** Where the file can be fetched from, for some minutes. */
export interface ExportFile {
  url: string
  name: string
}

interface Wish {
  format: ExportFormat
  language: 'RU' | 'EN'
}

export const ExportTasks = gql<{ exportTasks: ExportFile }, Wish & { filter: TaskFilterInput }>`
  mutation ExportTasks($format: ExportFormat!, $language: LanguageEnum, $filter: TaskFilter) {
    exportTasks(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`

export const ExportCustomers = gql<{ exportCustomers: ExportFile }, Wish & { filter: CustomerFilter }>`
  mutation ExportCustomers($format: ExportFormat!, $language: LanguageEnum, $filter: CustomerFilter) {
    exportCustomers(format: $format, language: $language, filter: $filter) {
      url
      name
    }
  }
`
