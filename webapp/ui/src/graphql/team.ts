import { gql, type Enum, type ResultOf } from './gql'

export type Role = Enum<'RoleEnum'>
export type Notify = Enum<'NotifyEnum'>
export type Scope = Enum<'ScopeEnum'>

const memberFields = gql(`
  fragment MemberFields on UserType {
    __typename
    id
    email
    name
    role
    active
    telegramLinked
    notify
  }
`)

const inviteFields = gql(`
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
`)

const apiTokenFields = gql(`
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
`)

export type Member = ResultOf<typeof memberFields>
export type Invite = ResultOf<typeof inviteFields>
export type ApiToken = ResultOf<typeof apiTokenFields>

export const MyselfQuery = gql(`
  query Myself {
    me {
      ...MemberFields
    }
  }
`, [memberFields])

export const StaffQuery = gql(`
  query Staff {
    staff {
      ...MemberFields
    }
  }
`, [memberFields])

export const DisableStaff = gql(`
  mutation DisableStaff($id: ID!) {
    disableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`, [memberFields])

export const DeleteStaff = gql(`
  mutation DeleteStaff($id: ID!, $calledAs: String) {
    deleteStaff(id: $id, calledAs: $calledAs) {
      id
    }
  }
`)

export const EnableStaff = gql(`
  mutation EnableStaff($id: ID!) {
    enableStaff(id: $id) {
      user {
        ...MemberFields
      }
    }
  }
`, [memberFields])

export const SetStaffRole = gql(`
  mutation SetStaffRole($id: ID!, $role: RoleEnum!) {
    setStaffRole(id: $id, role: $role) {
      user {
        ...MemberFields
      }
    }
  }
`, [memberFields])

export const InvitesQuery = gql(`
  query Invites {
    invites {
      ...InviteFields
    }
  }
`, [inviteFields])

export const CreateInvite = gql(`
  mutation CreateInvite($role: RoleEnum!) {
    createInvite(role: $role) {
      invite {
        ...InviteFields
      }
      link
    }
  }
`, [inviteFields])

export const CreateLoginLink = gql(`
  mutation CreateLoginLink($id: ID!) {
    createLoginLink(id: $id) {
      link
    }
  }
`)

export const RevokeInvite = gql(`
  mutation RevokeInvite($id: ID!) {
    revokeInvite(id: $id) {
      id
    }
  }
`)

export const ApiTokensQuery = gql(`
  query ApiTokens {
    apiTokens {
      ...ApiTokenFields
    }
  }
`, [apiTokenFields])

export const CreateApiToken = gql(`
  mutation CreateApiToken($name: String!, $scopes: [ScopeEnum!]!, $expiresAt: String) {
    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
      apiToken {
        ...ApiTokenFields
      }
      token
    }
  }
`, [apiTokenFields])

export const RevokeApiToken = gql(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      apiToken {
        ...ApiTokenFields
      }
    }
  }
`, [apiTokenFields])

/** Of which news one is told oneself. */
export const SetNotify = gql(`
  mutation SetNotify($notify: NotifyEnum!) {
    setNotify(notify: $notify) {
      user {
        __typename
        id
        notify
      }
    }
  }
`)
