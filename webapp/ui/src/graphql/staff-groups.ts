import { gql, type ResultOf } from './gql'

export const StaffGroupsQuery = gql(`
  query StaffGroups {
    staffGroups {
      chatId
      title
      createdTime
      confirmedTime
    }
  }
`)

export type StaffGroup = NonNullable<ResultOf<typeof StaffGroupsQuery>['staffGroups']>[number]

export const ConfirmStaffGroup = gql(`
  mutation ConfirmStaffGroup($chatId: ID!) {
    confirmStaffGroup(chatId: $chatId) {
      staffGroup {
        chatId
      }
    }
  }
`)

export const RemoveStaffGroup = gql(`
  mutation RemoveStaffGroup($chatId: ID!) {
    removeStaffGroup(chatId: $chatId) {
      staffGroup {
        chatId
      }
    }
  }
`)
