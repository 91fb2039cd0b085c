import { useState } from 'preact/hooks'
import { t } from '../locale'

/** What came in since the list was read, and is not in it; begins anew with another `list`. */
export function useArrived(rows: readonly { id: string }[] | null, list: string) {
  const [arrived, setArrived] = useState<{ list: string; ids: readonly string[] }>({ list, ids: [] })
  const idsOf = (state: typeof arrived) => (state.list === list ? state.ids : [])
  return {
    count: idsOf(arrived).filter((id) => !rows?.some((row) => row.id === id)).length,
    add: (id: string) => setArrived((before) => ({ list, ids: [...idsOf(before), id] })),
    drop: (id: string) => setArrived((before) => ({ list, ids: idsOf(before).filter((other) => other !== id) })),
  }
}

/** New rows are shown when the person asks, because a list that moves by itself is misread. */
export function NewRows({ count, onShow }: { count: number; onShow: () => void }) {
  if (count === 0) return null
  return (
    <div class="new-rows" role="status">
      <button
        type="button"
        class="plain-button"
        onClick={() => {
          onShow()
          window.scrollTo({ top: 0 })
        }}
      >
        {t('list.arrived', { count })}
      </button>
    </div>
  )
}
