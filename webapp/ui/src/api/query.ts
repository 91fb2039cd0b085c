import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { client } from './client'
import { problemOf, type Problem } from './problem'

export interface Query<Data> {
  /** The last answer, which stays while a newer one is on its way. */
  data: Data | null
  problem: Problem | null
  loading: boolean
  reload: () => void
}

/**
 * Asks when the component appears, when the variables change, and when the person comes back to the
 * page or to the network; shows what the cache has until the answer is there. With `keep` the old
 * answer also stays when the variables change.
 */
export function useQuery<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { keep = false } = {},
): Query<Data> {
  const [state, setState] = useState<Omit<Query<Data>, 'reload'>>({ data: null, problem: null, loading: true })
  const [asked, setAsked] = useState(0)
  const reload = useCallback(() => setAsked((count) => count + 1), [])
  const identity = JSON.stringify(variables)
  const shown = useRef(identity)
  const current = client.value

  useEffect(() => {
    const fresh = shown.current === identity || keep
    shown.current = identity
    setState((before) => ({ data: fresh ? before.data : null, problem: null, loading: true }))
    const { unsubscribe } = current
      .query(document, variables, { requestPolicy: 'cache-and-network' })
      .subscribe(({ data, error, stale }) => {
        setState((before) => ({
          data: data ?? (error ? before.data : null),
          problem: error ? problemOf(error) : null,
          loading: stale,
        }))
      })
    return unsubscribe
  }, [current, document, identity, asked])

  useEffect(() => {
    const whenVisible = () => {
      if (globalThis.document.visibilityState === 'visible') reload()
    }
    globalThis.document.addEventListener('visibilitychange', whenVisible)
    addEventListener('online', reload)
    return () => {
      globalThis.document.removeEventListener('visibilitychange', whenVisible)
      removeEventListener('online', reload)
    }
  }, [reload])

  return { ...state, reload }
}
