import { mutate } from '../api/client'
import { given, inWords } from '../api/problem'
import type { CustomerFilter } from '../graphql/customers'
import { ExportCustomers, ExportTasks, type ExportFormat } from '../graphql/export'
import type { TaskFilterInput } from '../graphql/task-list'
import { language } from '../locale'
import { t } from '../locale/export'
import { telegram } from '../telegram'
import { toast } from '../toasts'
import { useSubmit } from '../use-submit'
import { Dialog } from './dialog'
import { FormError } from './form-error'
import { Icon } from './icon'

export type Exported = { of: 'tasks'; filter: TaskFilterInput } | { of: 'customers'; filter: CustomerFilter }

const formats: readonly { format: ExportFormat; key: 'xlsx' | 'csv' }[] = [
  { format: 'XLSX', key: 'xlsx' },
  { format: 'CSV', key: 'csv' },
]

/**
 * Asks in which format. The file comes from an address of its own, which works for some minutes and
 * without the session: Telegram saves files by their address only, and a browser writes the file
 * to the disk as it comes.
 */
export function ExportDialog({ onClose, ...exported }: Exported & { onClose: () => void }) {
  let chosen: ExportFormat = 'XLSX'
  const { busy, problem, submit } = useSubmit(async () => {
    const { url, name } = given(await fileOf(exported, chosen))
    telegram.download(url, name)
    toast(t('started'))
    onClose()
  })
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <p>{t(exported.of)}</p>
      <div class="panel-buttons" aria-busy={busy}>
        {formats.map(({ format, key }) => (
          <button
            key={format}
            type="button"
            class="row-button"
            disabled={busy}
            onClick={() => {
              chosen = format
              void submit()
            }}
          >
            <Icon name="download" />
            {t(key)}
          </button>
        ))}
      </div>
      <FormError text={problem ? inWords(problem) : undefined} />
      <p class="panel-note">{t('personal')}</p>
    </Dialog>
  )
}

async function fileOf(exported: Exported, format: ExportFormat) {
  const wish = { format, language: language.value === 'en' ? ('EN' as const) : ('RU' as const) }
  return exported.of === 'tasks'
    ? (await mutate(ExportTasks, { ...wish, filter: exported.filter })).exportTasks
    : (await mutate(ExportCustomers, { ...wish, filter: exported.filter })).exportCustomers
}
