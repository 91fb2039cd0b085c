import { signal } from '@preact/signals'
import { Client, fetchExchange, subscriptionExchange, type AnyVariables, type OperationContext, type TypedDocumentNode } from '@urql/core'
import { authExchange, type AuthUtilities } from '@urql/exchange-auth'
import { LoginTelegram, RefreshToken } from '../graphql/documents'
import { telegram } from '../telegram'
import { cache } from './cache'
import { fromThisDevice } from './device'
import { fetchOrPrefetched } from './prefetch'
import { given, Problem, problemOf } from './problem'
import { asksForPassword, reauthenticate } from './reauthentication'
import { endSession, myId, session, sessionOf, startSession, storedSession } from './session'
import { forward } from './socket'

/** The API's client of the person who is logged in; a new one, with an empty cache, for each. */
export const client = signal(createClient())

export function forgetAnswers(): void {
  client.value = createClient()
}

/**
 * An answer UNAUTHENTICATED leads to one refresh, whoever else meets it meanwhile, and to one more
 * try. When the refresh is refused the session ends.
 */
export function createClient(fetch: typeof globalThis.fetch = fetchOrPrefetched): Client {
  return new Client({
    url: '/graphql',
    fetch,
    // Phones do not belong into addresses, which get logged.
    preferGetMethod: false,
    exchanges: [
      cache,
      authExchange(async (utilities) => ({
        addAuthToOperation: (operation) =>
          session.value === null
            ? operation
            : utilities.appendHeaders(operation, { Authorization: `Bearer ${session.value.token}` }),
        didAuthError: (error) => session.value !== null && problemOf(error).code === 'UNAUTHENTICATED',
        refreshAuth: () => oneTabAtATime(() => refresh(utilities)),
      })),
      fetchExchange,
      subscriptionExchange({ forwardSubscription: forward as never }),
    ],
  })
}

async function refresh({ mutate }: AuthUtilities): Promise<void> {
  const current = session.value
  const stored = storedSession()
  if (current === null) return
  if (stored !== null && stored.token !== current.token) {
    session.value = stored // another tab has just done it
    return
  }
  const { data, error } = await mutate(RefreshToken, { refreshToken: current.refreshToken }, fromThisDevice())
  const next = data?.refreshToken && sessionOf(data.refreshToken)
  if (next) return startSession(next)
  if (error && problemOf(error).code !== 'UNAUTHENTICATED') return // the network's fault, not the session's

  const again = await loginTelegram({ mutate })
  // Somebody else's password may have been used in this Telegram.
  if (again && myId(again) === myId(current)) startSession(again)
  else endSession('refused')
}

/** A new session for the member whose Telegram this is; null where that is nobody's, or no Telegram. */
async function loginTelegram({ mutate }: Pick<AuthUtilities, 'mutate'>) {
  if (telegram.initData === '') return null
  const { data } = await mutate(LoginTelegram, { initData: telegram.initData }, fromThisDevice())
  return data?.loginTelegram ? sessionOf(data.loginTelegram) : null
}

/**
 * Sends a mutation and returns its data; a failure is thrown as a Problem. Where it needs the person's
 * password, that is asked for, and the mutation sent again.
 */
export async function mutate<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  context?: Partial<OperationContext>,
): Promise<Data> {
  try {
    return await send(document, variables, context)
  } catch (error) {
    if (!(error instanceof Problem) || !asksForPassword(error) || !(await reauthenticate())) throw error
    return send(document, variables, context)
  }
}

async function send<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  context?: Partial<OperationContext>,
): Promise<Data> {
  const { data, error } = await client.value.mutation(document, variables, context).toPromise()
  if (error) throw problemOf(error)
  return given(data)
}

/** A name for what is sent once, however often it is tried. */
export function newIdempotencyKey(): string {
  return `${Date.now()}.${Math.random()}` // randomUUID is for https alone
}

/** For `mutate`: what is sent again under the same name, for want of an answer, is carried out once all the same. */
export function withIdempotencyKey(name: string): Partial<OperationContext> {
  return { fetchOptions: { headers: { 'Idempotency-Key': name } } }
}

/** A refresh token works once, so two tabs must not use the same one. */
function oneTabAtATime(task: () => Promise<void>): Promise<void> {
  // Browsers have locks on https and on this machine only.
  const locks = navigator.locks as LockManager | undefined
  return locks ? locks.request('zayavka.refresh', task) : task()
}
