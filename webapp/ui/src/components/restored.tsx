import { t } from '../locale'

/** Says that a form holds what was typed before the page was closed, and offers to begin anew. */
export function Restored({ draft }: { draft: { restored: boolean; discard: () => void } }) {
  if (!draft.restored) return null
  return (
    <p class="narrowed" role="status">
      {t('draft.restored')}
      <button type="button" class="plain-button" onClick={draft.discard}>
        {t('draft.discard')}
      </button>
    </p>
  )
}
