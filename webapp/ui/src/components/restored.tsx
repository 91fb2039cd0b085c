import { t } from '../locale'

/** Says that a form holds what was typed before the page was closed, and offers to begin anew. */
export function Restored({ form }: { form: { restored: boolean; reset: () => void } }) {
  if (!form.restored) return null
  return (
    <p class="narrowed" role="status">
      {t('draft.restored')}
      <button type="button" class="plain-button" onClick={form.reset}>
        {t('draft.discard')}
      </button>
    </p>
  )
}
