import './composer.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Choice } from '../components/choice'
import { Form } from '../components/form'
import { Icon } from '../components/icon'
import { t } from '../locale/conversation'
import { attach } from './attachment'
import { Attachments } from './attachments'
import { draftOf } from './draft'
import { DropArea } from './drop-area'
import { send } from './outgoing'
import type { Mode, Place } from './place'
import type { Barrier } from './reach'

interface Properties {
  place: Place
  barrier: Barrier | null
  /** Takes the focus when it appears. */
  first?: boolean
  onSend?: () => void
}

/** Where an answer to the customer is written, or a note for staff: two fields that nobody takes for each other. */
export function Composer({ place, barrier, first = false, onSend }: Properties) {
  const closed = barrier?.closed ?? false
  const withNotes = 'taskId' in place
  const [chosen, choose] = useState<Mode>(() => firstMode(place))
  const mode = closed && withNotes ? 'note' : chosen
  const { text, attachments } = draftOf(place, mode)
  const field = useRef<HTMLTextAreaElement>(null)
  // Who is writing a note goes on writing it when the customer can be reached: only their own tap makes it an answer.
  useEffect(() => choose(mode), [mode])
  useEffect(() => {
    if (first) field.current?.focus()
  }, [])
  const empty = text.value.trim() === '' && attachments.value.length === 0
  if (closed && !withNotes) return <p class="composer-closed">{barrier?.text}</p>

  const add = (files: Iterable<File>) => {
    attachments.value = [...attachments.value, ...[...files].map(attach)]
  }
  async function submit(): Promise<void> {
    if (empty) return
    onSend?.()
    send(place, mode)
    field.current?.focus()
  }

  return (
    <DropArea onFiles={add}>
      <Form submit={submit} class={`composer composer-${mode}`}>
        {barrier && (closed || mode === 'answer') && <p class="composer-hint">{barrier.text}</p>}
        <div class="composer-line">
          {withNotes && !closed && (
            <Choice
              look="steps"
              label={t('composer.label')}
              options={['answer', 'note']}
              chosen={mode}
              text={(mode) => t(`composer.${mode}`)}
              onChoose={choose}
            />
          )}
          {(closed || !withNotes) && <span class="composer-mode">{t(`composer.${mode}`)}</span>}
          <label class="round-button" title={t('composer.attach')}>
            <input
              class="visually-hidden"
              type="file"
              multiple
              aria-label={t('composer.attach')}
              onChange={({ currentTarget }) => {
                add(currentTarget.files ?? [])
                currentTarget.value = ''
                field.current?.focus()
              }}
            />
            <span>
              <Icon name="clip" />
            </span>
          </label>
        </div>
        <Attachments of={attachments} />
        <textarea
          ref={field}
          rows={1}
          value={text.value}
          placeholder={t(`composer.${mode}.text`)}
          aria-label={t(`composer.${mode}.text`)}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          maxLength={20_000}
          onInput={({ currentTarget }) => (text.value = currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            void submit()
          }}
          onPaste={(event) => {
            const files = event.clipboardData?.files
            if (!files?.length) return
            event.preventDefault()
            add(files)
          }}
        />
        {!empty && (
          <button type="submit" class="composer-send" title={t('composer.keys')}>
            {mode === 'note' && <Icon name="lock" />}
            {t(`composer.${mode}.send`)}
          </button>
        )}
      </Form>
    </DropArea>
  )
}

/** What was begun is gone on with. */
function firstMode(place: Place): Mode {
  const begun = (mode: Mode) => draftOf(place, mode).text.peek() !== ''
  return 'taskId' in place && begun('note') && !begun('answer') ? 'note' : 'answer'
}
