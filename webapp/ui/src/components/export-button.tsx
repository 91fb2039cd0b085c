import { useState } from 'preact/hooks'
import type { CustomerFilter } from '../domain/contact'
import { t } from '../locale'
import type { TaskFilterInput } from '../graphql/task-list'
import { Icon } from './icon'
import { later } from './later'

export type Exported = { of: 'tasks'; filter: TaskFilterInput } | { of: 'customers'; filter: CustomerFilter }

const ExportDialog = later(async () => (await import('./export-dialog')).ExportDialog, 0)

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
