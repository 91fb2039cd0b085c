import type { TypedDocumentNode } from '@urql/core'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { pageSize } from '../domain/page-size'
import { client } from './client'
import { problemOf, type Problem } from './problem'

/** A page, as far as the document asks for it. */
interface Connection<Row> {
  nodes: Row[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

export interface Pages<Row> {
  /** The rows of all pages so far; null before the first answer. */
  rows: Row[] | null
  hasMore: boolean
  loadMore: () => void
  problem: Problem | null
  loading: boolean
  reload: () => void
  /** How often the server was asked for the list and has answered: what it says of its rows meanwhile is not counted. */
  readings: number
}

interface Page<Row> {
  connection: Connection<Row> | null
  problem: Problem | null
  loading: boolean
}

/**
 * Reads a list page by page. What the cache learns of a row is shown in its place; `reload` asks for
 * the pages again that are there, so that nobody loses their place.
 */
export function usePages<Data, Variables extends object, Row extends { id: string }>(
  document: TypedDocumentNode<Data, Variables & { first: number; after: string | null }>,
  variables: Variables,
  pick: (data: Data) => Connection<Row> | null,
): Pages<Row> {
  const identity = JSON.stringify(variables)
  const current = client.value
  const [pages, setPages] = useState<Page<Row>[]>([])
  const readings = useRef(0)
  const reading = useRef<Reader>({ read: () => {}, stop: () => {} })

  // Before the grey rows are drawn, which a slow phone takes a while to do: the answer is on its way meanwhile.
  useLayoutEffect(() => {
    const stops: (() => void)[] = []
    const read = (index: number, after: string | null) => {
      stops[index]?.()
      const show = (page: Partial<Page<Row>>) =>
        setPages((before) => {
          const changed = [...before]
          changed[index] = { connection: null, problem: null, ...before[index], loading: false, ...page }
          return changed
        })
      show({ loading: true })
      let answered = false
      stops[index] = current
        .query(document, { ...variables, first: after === null ? pageSize.first : pageSize.next, after }, { requestPolicy: 'cache-and-network' })
        .subscribe(({ data, error, stale }) => {
          if (index === 0 && !stale && !answered) readings.current++
          answered ||= !stale
          show({
            ...(data && { connection: pick(data) }),
            problem: error ? problemOf(error) : null,
            loading: stale,
          })
        }).unsubscribe
    }
    reading.current = { read, stop: () => stops.forEach((stop) => stop()) }
    setPages([])
    read(0, null)
    return () => reading.current.stop()
  }, [current, document, identity])

  const reload = () => {
    let after: string | null = null
    pages.forEach(({ connection }, index) => {
      reading.current.read(index, after)
      after = connection?.pageInfo.endCursor ?? null
    })
  }
  useWhenBack(reload)

  const rows = useMemo(
    () => (pages[0]?.connection ? unique(pages.flatMap(({ connection }) => connection?.nodes ?? [])) : null),
    pages.map(({ connection }) => connection),
  )
  const last = pages.at(-1)
  const end = last?.connection?.pageInfo
  return {
    rows,
    hasMore: end?.hasNextPage ?? false,
    loadMore: () => {
      if (last && !last.loading && end?.hasNextPage) reading.current.read(pages.length, end.endCursor)
    },
    problem: pages.find(({ problem }) => problem)?.problem ?? null,
    loading: pages.length === 0 || pages.some(({ loading }) => loading),
    reload,
    readings: readings.current,
  }
}

interface Reader {
  read: (index: number, after: string | null) => void
  stop: () => void
}

/** When the person comes back to the page or to the network. */
function useWhenBack(reload: () => void): void {
  const latest = useRef(reload)
  latest.current = reload
  useEffect(() => {
    const back = () => {
      if (document.visibilityState === 'visible') latest.current()
    }
    document.addEventListener('visibilitychange', back)
    addEventListener('online', back)
    return () => {
      document.removeEventListener('visibilitychange', back)
      removeEventListener('online', back)
    }
  }, [])
}

/** A row that moved between two answers can be on two pages. */
function unique<Row extends { id: string }>(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
