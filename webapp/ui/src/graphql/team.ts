import { gql } from './gql'

export type Role = 'ADMIN' | 'STAFF'
export type Scope = 'READ' | 'WRITE' | 'IMPORT' | 'WEBHOOKS'

export interface Member {
  id: string
  email: string
  name: string | null
  role: Role
  active: boolean
  telegramLinked: boolean
}

export interface Invite {
  id: string
  role: Role
  expiresAt: string
  usedAt: string | null
  createdBy: Pick<Member, 'id' | 'name' | 'email'> | null
}

export interface ApiToken {
  id: string
  name: string
  scopes: Scope[]
  createdBy: Pick<Member, 'id' | 'name' | 'email'> | null
  createdTime: string
  expiresAt: string | null
  lastUsedAt: string | null
  revokedAt: string | null
}

const memberFields = gql`
  fragment MemberFields on UserType {
    __typename
    id
    email
    name
    role
    active
    telegramLinked
  }
`

const inviteFields = gql`
  fragment InviteFields on InviteType {
    __typename
    id
    role
    expiresAt
    usedAt
    createdBy {
      __typename
      id
      name
      email
    }
  }
`

const apiTokenFields = gql`
  fragment ApiTokenFields on ApiTokenType {
    __typename
    id
    name
    scopes
    createdTime
    expiresAt
    lastUsedAt
    revokedAt
    createdBy {
      __typename
      id
      name
      email
    }
  }
`

export const MyselfQuery = gql<{ me: Member | null }, Record<string, never>>`
  query Myself {
    me {
      ...MemberFields
    }
  }
  ${memberFields}
`

export const StaffQuery = gql<{ staff: Member[] | null }, Record<string, never>>`
  query Staff {
    staff {
      ...MemberFields
    }
  }
  ${memberFields}
`

export const DisableStaff = gql<{ disableStaff: { user: Member } }, { id: string }>`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
  ${memberFields}
`

export const EnableStaff = gql<{ enableStaff: { user: Member } }, { id: string }>`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
  ${memberFields}
`

export const SetStaffRole = gql<{ setStaffRole: { user: Member } }, { id: string; role: Role }>`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
  ${memberFields}
`

export const InvitesQuery = gql<{ invites: Invite[] | null }, Record<string, never>>`
  query Invites {
    invites {
      ...InviteFields
    }
  }
  ${inviteFields}
`

export const CreateInvite = gql<{ createInvite: { invite: Invite; link: string } }, { role: Role }>`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
  ${inviteFields}
`

export const CreateLoginLink = gql<{ createLoginLink: { link: string } }, { id: string }>`
  mutation CreateLoginLink($id: ID!) {
    createLoginLink(id: $id) {
      link
    }
  }
`

export const RevokeInvite = gql<{ revokeInvite: { id: string } }, { id: string }>`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`

export const ApiTokensQuery = gql<{ apiTokens: ApiToken[] | null }, Record<string, never>>`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
  ${apiTokenFields}
`

export const CreateApiToken = gql<
  { createApiToken: { apiToken: ApiToken; token: string } },
  { name: string; scopes: Scope[]; expiresAt: string | null }
>`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
  ${apiTokenFields}
`

export const RevokeApiToken = gql<{ revokeApiToken: { apiToken: ApiToken } }, { id: string }>`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
  ${apiTokenFields}
`
