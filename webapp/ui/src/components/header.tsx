import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../locale'
import { back as goBack, format, type Route } from '../router'
import { client } from '../telegram'
import { Icon } from './icon'
import { useBack } from './use-back'

interface Properties {
  title: string
  subtitle?: string | undefined
  /** What the screen is a part of, for who has not come from elsewhere; none at the top of a section. */
  back?: Route | null
  children?: ComponentChildren
}

/** A screen's heading, which takes the focus when the screen opens over another one. */
export function Header({ title, subtitle, back, children }: Properties) {
  const heading = useRef<HTMLHeadingElement>(null)
  const native = client.value.backButton

  useEffect(() => {
    if (back) heading.current?.focus({ preventScroll: true })
  }, [])
  useBack(back ? () => goBack(back) : null)

  return (
    <header class="header">
      {back && !native && (
        <a
          class="back"
          href={format(back)}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            goBack(back)
          }}
        >
          <Icon name="back" />
          <span>{t('action.back')}</span>
        </a>
      )}
      <div class="header-line">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
      {subtitle !== undefined && <p class="subtitle">{subtitle}</p>}
    </header>
  )
}
