import { gql, type ResultOf } from './gql'

export const sessionFields = gql(`
  fragment SessionFields on ObtainJSONWebToken {
    success
    errors
    token
    refreshToken
    deviceToken
  }
`)

/** The answer to a login: a session, or why there is none. */
export type Tokens = ResultOf<typeof sessionFields>

export const MeQuery = gql(`
  query Me {
    me {
      __typename
      id
      email
      name
    }
  }
`)

export const Login = gql(`
  mutation Login($email: String!, $password: String!) {
    login(email: $email, password: $password) {
      ...SessionFields
    }
  }
`, [sessionFields])

export const LoginTelegram = gql(`
  mutation LoginTelegram($initData: String!) {
    loginTelegram(initData: $initData) {
      ...SessionFields
    }
  }
`, [sessionFields])

export const LinkTelegram = gql(`
  mutation LinkTelegram($initData: String!) {
    linkTelegram(initData: $initData) {
      user {
        __typename
        id
        telegramLinked
      }
    }
  }
`)

export const AccessLink = gql(`
  query AccessLink($token: String!) {
    accessLink(token: $token) {
      __typename
      use
    }
  }
`)

export const Register = gql(`
  mutation Register($name: String, $email: String!, $password1: String!, $password2: String!, $invite: String) {
    register(name: $name, email: $email, password1: $password1, password2: $password2, invite: $invite) {
      success
      errors
      token
      refreshToken
      deviceToken
    }
  }
`)

export const UseLoginLink = gql(`
  mutation UseLoginLink($token: String!, $password1: String!, $password2: String!) {
    useLoginLink(token: $token, password1: $password1, password2: $password2) {
      ...SessionFields
    }
  }
`, [sessionFields])

export const RefreshToken = gql(`
  mutation RefreshToken($refreshToken: String!) {
    refreshToken(refreshToken: $refreshToken) {
      ...SessionFields
    }
  }
`, [sessionFields])

export const Logout = gql(`
  mutation Logout($refreshToken: String!) {
    logout(refreshToken: $refreshToken) {
      success
    }
  }
`)
