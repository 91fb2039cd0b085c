import { useEffect, useRef } from 'preact/hooks'
import { t } from '../locale'

/** The end of a list: asks for more when it comes near, or when somebody presses it. */
export function MoreRows({ onMore }: { onMore: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  const latest = useRef(onMore)
  latest.current = onMore
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && latest.current(),
      // The second one reaches into panes that scroll by themselves, where browsers know it.
      { rootMargin: '600px', scrollMargin: '600px' } as IntersectionObserverInit,
    )
    observer.observe(button.current!)
    return () => observer.disconnect()
  })
  return (
    <div class="list-more">
      <button ref={button} type="button" class="plain-button" onClick={onMore}>
        {t('list.more')}
      </button>
    </div>
  )
}
