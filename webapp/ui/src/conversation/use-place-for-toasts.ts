import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** News is shown at the top of the thread: at the bottom it would cover what is written and what has just come. */
export function usePlaceForToasts(thread: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = thread.current!
    const { style } = document.documentElement
    const names = ['top', 'left', 'right'] as const
    const observer = new ResizeObserver(() => {
      const { top, left, right } = element.getBoundingClientRect()
      const place = { top, left, right: document.documentElement.clientWidth - right }
      names.forEach((side) => style.setProperty(`--toasts-${side}`, `${place[side]}px`))
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      names.forEach((side) => style.removeProperty(`--toasts-${side}`))
    }
  }, [])
}
