import { useState } from 'preact/hooks'
import { t } from '../locale'
import { Icon } from './icon'
import { lazy } from './lazy'

const ScanDialog = lazy(async () => (await import('../screens/scan/scan-dialog')).ScanDialog, 0)

/** Leads from a label to its task. */
export function ScanButton() {
  const [open, setOpen] = useState(false)
  const text = t('action.scan')
  return (
    <>
      <button type="button" class="round-button" aria-label={text} title={text} onClick={() => setOpen(true)}>
        <Icon name="scan" />
      </button>
      {open && <ScanDialog onClose={() => setOpen(false)} />}
    </>
  )
}
