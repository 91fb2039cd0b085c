import { inWords } from '../api/problem'
import { Icon } from '../components/icon'
import { t } from '../locale/conversation'
import { Words } from './message'
import { canTakeBack, sendAgain, takeBack, type Outgoing } from './outgoing'
import { uploadProblemInWords } from './upload-problem'

/** A message that is on its way to the server, waits for a network, or was refused. */
export function OutgoingLine({ message }: { message: Outgoing }) {
  const { mode, text, attachments, state } = message
  const direction = mode === 'answer' ? 'OUT' : 'NOTE'
  return (
    <li class={`line-${direction}`}>
      <article class={`bubble bubble-${direction} bubble-outgoing`} data-state={state} aria-label={t(`message.${direction}`)}>
        {direction === 'NOTE' && (
          <p class="bubble-who">
            <Icon name="lock" />
            {t('message.NOTE')}
          </p>
        )}
        {attachments.length > 0 && (
          <div class="pictures" data-count={Math.min(attachments.length, 4)}>
            {attachments.map(({ key, preview, file }) =>
              preview ? <img key={key} class="picture" src={preview} alt={file.name} /> : <span key={key}>{file.name}</span>,
            )}
          </div>
        )}
        {text !== '' && <Words text={text} />}
        <p class="outgoing-state" role="status">
          <Icon name={state === 'failed' ? 'warning' : 'clock'} />
          <span>{stateOf(message)}</span>
        </p>
        {canTakeBack(message) && (
          <p class="outgoing-buttons">
            {state !== 'sending' && message.problem?.field !== 'attachments' && (
              <button type="button" class="plain-button" onClick={() => sendAgain(message)}>
                {t('send.retry')}
              </button>
            )}
            <button type="button" class="plain-button" onClick={() => takeBack(message)}>
              {t('send.takeBack')}
            </button>
          </p>
        )}
      </article>
    </li>
  )
}

function stateOf({ state, mode, problem }: Outgoing): string {
  if (state === 'sending') return t(mode === 'answer' ? 'send.sending' : 'send.saving')
  if (state === 'waiting') return t(mode === 'answer' ? 'send.waiting' : 'send.waiting.note')
  switch (problem?.field) {
    case 'attachments':
    case 'fileIds':
      return t('send.filesLost')
    case 'size':
    case 'empty':
    case 'file':
      return uploadProblemInWords(problem)
    case 'taskId':
      return t('send.noCustomer')
  }
  // What else stands in the way is a chat that is not proven to be the customer's.
  if (problem?.code === 'CONFLICT' && problem.field === '') return t('composer.unproven')
  return problem ? inWords(problem) : ''
}
