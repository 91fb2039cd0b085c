import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '../locale'
import { nextTask } from '../scheduling'
import { Notice, Skeleton } from './states'

/**
 * A component whose code is loaded when it is first shown, or by `load` before that; until then there
 * are grey rows, or nothing for 0.
 */
export function lazy<Properties extends object>(load: () => Promise<ComponentType<Properties>>, rows = 4) {
  let Loaded: ComponentType<Properties> | null = null
  let loading: Promise<void> | null = null

  function start(): Promise<void> {
    loading ??= load().then(
      (component) => void (Loaded = component),
      (error) => {
        loading = null
        throw error
      },
    )
    return loading
  }

  function Lazy(properties: Properties) {
    const [state, setState] = useState<'loading' | 'loaded' | 'failed'>(Loaded ? 'loaded' : 'loading')
    useEffect(() => {
      if (state === 'loaded') return
      let shown = true
      start().then(nextTask).then(
        () => shown && setState('loaded'),
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
  return Object.assign(Lazy, { load: start })
}
