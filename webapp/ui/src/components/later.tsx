import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '../locale'
import { Notice, Skeleton } from './states'

/** A component whose code is loaded when it is first shown; until then there are grey rows, or nothing for 0. */
export function later<Properties extends object>(load: () => Promise<ComponentType<Properties>>, rows = 4) {
  let Loaded: ComponentType<Properties> | null = null

  return function Later(properties: Properties) {
    const [state, setState] = useState<'loading' | 'loaded' | 'failed'>(Loaded ? 'loaded' : 'loading')
    useEffect(() => {
      if (Loaded) return
      let shown = true
      load().then(
        (component) => {
          Loaded = component
          if (shown) setState('loaded')
        },
        () => shown && setState('failed'),
      )
      return () => {
        shown = false
      }
    }, [])
    if (Loaded) return <Loaded {...properties} />
    if (state === 'loading') return rows > 0 ? <Skeleton rows={rows} /> : null
    return (
      <div role="alert">
        <Notice icon="warning" title={t('error.title')} text={t('error.chunk')}>
          {/* A browser does not ask twice for code that it did not get; a new version has other files. */}
          <button type="button" class="plain-button" onClick={() => location.reload()}>
            {t('action.reload')}
          </button>
        </Notice>
      </div>
    )
  }
}
