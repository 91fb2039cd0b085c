import { effect } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { toasts } from '../toasts'

/**
 * News is shown at the top of the thread: at the bottom it would cover what is written and what has just come. It stays where
 * it appeared, though the page scrolls or the thread grows meanwhile: a finger may be on its way to it.
 */
export function usePlaceForToasts(thread: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = thread.current!
    const { style } = document.documentElement
    const names = ['top', 'left', 'right'] as const
    const place = () => {
      const { top, left, right } = element.getBoundingClientRect()
      const sides = { top: Math.max(0, top), left, right: document.documentElement.clientWidth - right }
      names.forEach((side) => style.setProperty(`--toasts-${side}`, `${sides[side]}px`))
    }
    const stop = effect(() => {
      if (toasts.value.length > 0) place()
    })
    return () => {
      stop()
      names.forEach((side) => style.removeProperty(`--toasts-${side}`))
    }
  }, [])
}
