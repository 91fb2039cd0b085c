import { useState } from 'preact/hooks'
import { t } from '../locale'
import type { Exported } from './export-dialog'
import { Icon } from './icon'
import { lazy } from './lazy'

const ExportDialog = lazy(async () => (await import('./export-dialog')).ExportDialog, 0)

/** Leads to the rows of a list as a file. */
export function ExportButton(exported: Exported) {
  const [open, setOpen] = useState(false)
  const text = t('action.export')
  return (
    <>
      <button type="button" class="round-button" aria-label={text} title={text} onClick={() => setOpen(true)}>
        <Icon name="download" />
      </button>
      {open && <ExportDialog {...exported} onClose={() => setOpen(false)} />}
    </>
  )
}
