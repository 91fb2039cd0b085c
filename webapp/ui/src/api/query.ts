import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { client } from './client'
import { problemOf, type Problem } from './problem'

export interface Query<Data> {
  /** The last answer, which stays while a newer one is on its way. */
  data: Data | null
  problem: Problem | null
  loading: boolean
  /** Whether it was ever answered or refused: how high it is is known then, and what stands below can be drawn. */
  settled: boolean
  reload: () => void
}

/**
 * Asks when the component appears, when the variables change, and when the person comes back to the
 * page or to the network; shows what the cache has until the answer is there. With `keep` the old
 * answer also stays when the variables change; with `pause` nothing is asked.
 */
export function useQuery<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { keep = false, pause = false } = {},
): Query<Data> {
  const [state, setState] = useState<Omit<Query<Data>, 'reload'>>({ data: null, problem: null, loading: true, settled: false })
  const [asked, setAsked] = useState(0)
  const reload = useCallback(() => setAsked((count) => count + 1), [])
  const identity = JSON.stringify(variables)
  const shown = useRef(identity)
  const current = client.value

  useEffect(() => {
    if (pause) return
    const fresh = shown.current === identity || keep
    shown.current = identity
    setState((before) => ({ data: fresh ? before.data : null, problem: null, loading: true, settled: fresh && before.settled }))
    const { unsubscribe } = current
      .query(document, variables, { requestPolicy: 'cache-and-network' })
      .subscribe(({ data, error, stale }) => {
        setState((before) => ({
          data: data ?? (error ? before.data : null),
          problem: error ? problemOf(error) : null,
          loading: stale,
          settled: true,
        }))
      })
    return unsubscribe
  }, [current, document, identity, asked, pause])

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
