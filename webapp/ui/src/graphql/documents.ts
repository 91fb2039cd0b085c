import { gql } from './gql'
import type { Tokens, User } from './types'

export const MeQuery = gql<{ me: User | null }, Record<string, never>>`
  query Me {
    me {
      __typename
      id
      email
      name
    }
  }
`

export const Login = gql<{ login: Tokens }, { email: string; password: string }>`
  mutation Login($email: String!, $password: String!) {
    login(email: $email, password: $password) {
      success
      errors
      token
      refreshToken
      deviceToken
    }
  }
`

export const LoginTelegram = gql<{ loginTelegram: Tokens }, { initData: string }>`
  mutation LoginTelegram($initData: String!) {
    loginTelegram(initData: $initData) {
      success
      errors
      token
      refreshToken
      deviceToken
    }
  }
`

export const LinkTelegram = gql<{ linkTelegram: { user: { id: string; telegramLinked: boolean } } }, { initData: string }>`
  mutation LinkTelegram($initData: String!) {
    linkTelegram(initData: $initData) {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`

export const Register = gql<
  { register: Tokens },
  { email: string; password1: string; password2: string; invite: string }
>`
  mutation Register($email: String!, $password1: String!, $password2: String!, $invite: String) {
    register(email: $email, password1: $password1, password2: $password2, invite: $invite) {
      success
      errors
      token
      refreshToken
      deviceToken
    }
  }
`

export const UseLoginLink = gql<{ useLoginLink: Tokens }, { token: string; password1: string; password2: string }>`
  mutation UseLoginLink($token: String!, $password1: String!, $password2: String!) {
    useLoginLink(token: $token, password1: $password1, password2: $password2) {
      success
      errors
      token
      refreshToken
      deviceToken
    }
  }
`

export const RefreshToken = gql<{ refreshToken: Tokens }, { refreshToken: string }>`
  mutation RefreshToken($refreshToken: String!) {
    refreshToken(refreshToken: $refreshToken) {
      success
      errors
      token
      refreshToken
      deviceToken
    }
  }
`

export const Logout = gql<{ logout: { success: boolean } }, { refreshToken: string }>`
  mutation Logout($refreshToken: String!) {
    logout(refreshToken: $refreshToken) {
      success
    }
  }
`
