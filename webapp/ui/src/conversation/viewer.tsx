import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../components/icon'
import { useBack } from '../components/use-back'
import type { MessageFile } from '../graphql/messages'
import { t } from '../locale/conversation'
import { useAddress } from './use-address'

interface Shown {
  files: readonly MessageFile[]
  index: number
  onExpired: () => void
}

const shown = signal<Shown | null>(null)

/** Shows a picture as large as the screen; the others of its message are beside it. */
export function openViewer(files: readonly MessageFile[], id: string, onExpired: () => void): void {
  shown.value = { files, index: files.findIndex((file) => file.id === id), onExpired }
}

export function Viewer() {
  return shown.value && <Opened shown={shown.value} />
}

/** The way back from the last picture, which the browser goes a moment later: a step that is made before would be taken back. */
let leaving: Promise<unknown> = Promise.resolve()

/** Closed by Escape, by the browser's and Telegram's "back", by its button, and by a tap beside the picture. */
function Opened({ shown: { files, index, onExpired } }: { shown: Shown }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const file = files[index]!
  useBack(() => dialog.current?.close())
  useEffect(() => {
    const element = dialog.current!
    element.showModal()
    const close = () => element.close()
    let entered = false
    let closed = false
    void leaving.then(() => {
      if (closed) return
      // A step of its own in the browser's history, of the same address.
      history.pushState({ viewer: true }, '')
      addEventListener('popstate', close)
      entered = true
    })
    return () => {
      closed = true
      if (!entered) return
      removeEventListener('popstate', close)
      if (!(history.state as { viewer?: true } | null)?.viewer) return
      leaving = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }))
      history.back()
    }
  }, [])
  const go = (to: number) => {
    if (files[to]) shown.value = { files, index: to, onExpired }
  }
  return (
    <dialog
      ref={dialog}
      class="viewer"
      aria-label={file.name || t('file.PHOTO')}
      onClose={() => (shown.value = null)}
      onClick={(event) => {
        if (!(event.target as Element).closest('button, img')) dialog.current?.close()
      }}
      onKeyDown={({ key }) => {
        if (key === 'ArrowLeft') go(index - 1)
        if (key === 'ArrowRight') go(index + 1)
      }}
    >
      <Large key={file.id} file={file} onExpired={onExpired} />
      <button type="button" class="viewer-button viewer-close" aria-label={t('action.close')} onClick={() => dialog.current?.close()}>
        <Icon name="close" />
      </button>
      {files.length > 1 && (
        <>
          <p class="viewer-count" role="status">
            {t('file.of', { number: index + 1, count: files.length })}
          </p>
          <button
            type="button"
            class="viewer-button viewer-previous"
            aria-label={t('file.previous')}
            disabled={index === 0}
            onClick={() => go(index - 1)}
          >
            <Icon name="back" />
          </button>
          <button
            type="button"
            class="viewer-button viewer-next"
            aria-label={t('file.next')}
            disabled={index === files.length - 1}
            onClick={() => go(index + 1)}
          >
            <Icon name="next" />
          </button>
        </>
      )}
    </dialog>
  )
}

function Large({ file, onExpired }: { file: MessageFile; onExpired: () => void }) {
  const address = useAddress(file.large ?? file.url, onExpired)
  return <img src={address.src} alt={file.name || t('file.PHOTO')} onError={address.onError} />
}
