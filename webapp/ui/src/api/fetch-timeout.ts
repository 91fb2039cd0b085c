/** In milliseconds. The server gives up an operation after 10 seconds by default. */
const longestWait = 30_000

/** The browser's fetch, which fails when no answer comes: a network that is gone does not always say so. */
export const fetchWithTimeout: typeof fetch = (address, options) => {
  const limit = new AbortController()
  const stop = () => limit.abort()
  options?.signal?.addEventListener('abort', stop)
  setTimeout(stop, longestWait)
  return fetch(address, { ...options, signal: limit.signal })
}
