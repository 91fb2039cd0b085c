import { useEffect, useRef } from 'preact/hooks'
import { telegram } from '../telegram'

/** In milliseconds: an address works for four minutes at least. */
const works = 4 * 60_000

/**
 * What a tap on a link to a file does: the browser downloads it, or Telegram. `onExpired` asks for a new address where this
 * one is old, and the file is downloaded from that.
 */
export function useDownload(url: string, name: string, onExpired: () => void) {
  const came = useRef({ url, at: performance.now() })
  const wanted = useRef(false)
  if (came.current.url !== url) came.current = { url, at: performance.now() }

  useEffect(() => {
    if (!wanted.current) return
    wanted.current = false
    if (telegram.inTelegram) return telegram.download(url, name)
    Object.assign(document.createElement('a'), { href: url, download: name }).click()
  }, [url])

  return (event: Event) => {
    const old = performance.now() - came.current.at > works
    if (!old && !telegram.inTelegram) return
    event.preventDefault()
    wanted.current = old
    if (old) onExpired()
    else telegram.download(url, name)
  }
}
