import { learnTime } from '../clock'

/** In milliseconds. The server gives up an operation after 10 seconds by default. */
const longestWait = 30_000

/** The browser's fetch, which fails when no answer comes: a network that is gone does not always say so. */
export const fetchWithTimeout: typeof fetch = async (address, options) => {
  const limit = new AbortController()
  const stop = () => limit.abort()
  options?.signal?.addEventListener('abort', stop)
  setTimeout(stop, longestWait)
  const asked = Date.now()
  const answer = await fetch(address, { ...options, signal: limit.signal })
  learnTime(answer.headers.get('Date'), asked)
  return answer
}
