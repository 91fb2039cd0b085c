import { useSignal, type Signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Icon } from '../../components/icon'
import { attach, discard, type Attachment } from '../../conversation/attachment'
import { Attachments } from '../../conversation/attachments'
import { t } from '../../locale/counter'

export interface Photos {
  list: Signal<readonly Attachment[]>
  /** The uploads' ids, once all are at the server; null when some cannot be. */
  sent: () => Promise<string[] | null>
  /** They belong to a task now. */
  keep: () => void
}

/** Photos that are uploaded as soon as they are chosen, and forgotten when the form is left without saving. */
export function usePhotos(): Photos {
  const list = useSignal<readonly Attachment[]>([])
  useEffect(() => () => list.peek().forEach(discard), [])
  return {
    list,
    async sent() {
      await Promise.all(list.value.map(({ sending }) => sending))
      const ids = list.value.flatMap(({ id }) => id.value ?? [])
      return ids.length === list.value.length ? ids : null
    },
    keep() {
      list.value.forEach(({ preview }) => preview && URL.revokeObjectURL(preview))
      list.value = []
    },
  }
}

export function PhotoField({ photos: { list } }: { photos: Photos }) {
  return (
    <>
      <Attachments of={list} />
      <label class="row-button intake-photos">
        <input
          class="visually-hidden"
          type="file"
          accept="image/*,video/*"
          multiple
          onChange={({ currentTarget }) => {
            list.value = [...list.value, ...[...(currentTarget.files ?? [])].map(attach)]
            currentTarget.value = ''
          }}
        />
        <Icon name="picture" />
        <span>{t('intake.photos')}</span>
      </label>
    </>
  )
}
