import { useState } from 'preact/hooks'
import type { CustomerFilter } from '../domain/contact'
import type { TaskFilterInput } from '../graphql/task-list'
import { t } from '../locale'
import { Icon } from './icon'
import { lazy } from './lazy'

export type Exported = { of: 'tasks'; filter: TaskFilterInput } | { of: 'customers'; filter: CustomerFilter }

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
