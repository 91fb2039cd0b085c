import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { t } from '../locale'

const step = 50

interface Properties<Item> {
  items: readonly Item[]
  children: (shown: readonly Item[]) => ComponentChildren
}

/** Draws the beginning of a long answer, and more when asked. */
export function LongList<Item>({ items, children }: Properties<Item>) {
  const [limit, setLimit] = useState(step)
  const shown = Math.min(limit, items.length)
  return (
    <>
      {children(items.slice(0, shown))}
      {shown < items.length && (
        <div class="list-more">
          <button type="button" class="plain-button" onClick={() => setLimit(limit + step)}>
            {t('list.more')}
          </button>
          <p>{t('list.shown', { shown, total: items.length })}</p>
        </div>
      )}
    </>
  )
}
