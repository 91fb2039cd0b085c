import type { Signal } from '@preact/signals'
import { Icon } from '../components/icon'
import { useRest } from '../components/use-rest'
import { t } from '../locale/conversation'
import { discard, sendAgain, type Attachment } from './attachment'
import { sizeInWords } from './files'
import { uploadProblemInWords } from './upload-problem'

/** What is attached to what is being written, each on its way to the server or there. */
export function Attachments({ of: list }: { of: Signal<readonly Attachment[]> }) {
  // The next one slides under the finger.
  const resting = useRest(String(list.value.length))
  if (list.value.length === 0) return null
  return (
    <ul class="attachments" aria-label={t('attachment.list')}>
      {list.value.map((attachment) => (
        <One
          key={attachment.key}
          attachment={attachment}
          resting={resting}
          onRemove={() => {
            discard(attachment)
            list.value = list.value.filter((other) => other !== attachment)
          }}
        />
      ))}
    </ul>
  )
}

function One({ attachment, resting, onRemove }: { attachment: Attachment; resting: boolean; onRemove: () => void }) {
  const { file, preview, progress, id, problem } = attachment
  const { name } = file
  const failed = problem.value !== null
  const refused = problem.value?.code === 'INVALID'
  return (
    <li class="attachment" data-failed={failed}>
      {preview ? (
        <img src={preview} alt="" />
      ) : (
        <span class="attachment-icon">
          <Icon name="paper" />
        </span>
      )}
      <span class="row-text">
        <span class="attachment-name">{name}</span>
        <span class="attachment-facts">
          {problem.value ? uploadProblemInWords(problem.value) : sizeInWords(file.size)}
        </span>
        {id.value === null && !failed && (
          <progress value={progress.value} max={1} aria-label={t('attachment.uploading', { name })} />
        )}
        {id.value !== null && (
          <span class="visually-hidden" role="status">
            {t('attachment.uploaded', { name })}
          </span>
        )}
      </span>
      {failed && !refused && (
        <button type="button" class="attachment-button" aria-label={t('attachment.retry', { name })} onClick={() => sendAgain(attachment)}>
          <Icon name="retry" />
        </button>
      )}
      <button type="button" class="attachment-button" aria-label={t('attachment.remove', { name })} aria-disabled={resting} onClick={() => !resting && onRemove()}>
        <Icon name="close" />
      </button>
    </li>
  )
}
