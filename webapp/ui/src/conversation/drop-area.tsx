import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { t } from '../locale/conversation'

/** Takes files that are dropped on what is in it. */
export function DropArea({ onFiles, children }: { onFiles: (files: FileList) => void; children: ComponentChildren }) {
  const [over, setOver] = useState(false)
  return (
    <div
      class="drop-area"
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        setOver(false)
        if (!event.dataTransfer?.files.length) return
        event.preventDefault()
        onFiles(event.dataTransfer.files)
      }}
    >
      {children}
      {over && <p class="drop-hint">{t('composer.drop')}</p>}
    </div>
  )
}
