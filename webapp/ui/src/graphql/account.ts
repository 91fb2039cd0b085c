import { gql } from './gql'
import type { Member } from './team'
import type { Tokens } from './types'

export const UpdateUser = gql<{ updateUser: { user: Member } }, { name: string; email: string }>`
  mutation UpdateUser($name: String, $email: String) {
    updateUser(name: $name, email: $email) {
      user {
        __typename
        id
        email
        name
      }
    }
  }
`

export const ChangePassword = gql<{ changePassword: Tokens }, { currentPassword: string; newPassword: string }>`
  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {
      success
      errors
      token
      refreshToken
      deviceToken
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`

/** Nothing changes but that the session has given its password. */
export const Reauthenticate = gql<{ updateUser: { user: Pick<Member, 'id'> } }, { currentPassword: string }>`
  mutation Reauthenticate($currentPassword: String!) {
    updateUser(currentPassword: $currentPassword) {
      user {
        __typename
        id
      }
    }
  }
`

export const UnlinkTelegram = gql<{ unlinkTelegram: { user: Pick<Member, 'id' | 'telegramLinked'> } }, Record<string, never>>`
  mutation UnlinkTelegram {
    unlinkTelegram {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`
