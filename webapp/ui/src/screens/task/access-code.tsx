import { useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { given, inWords, Problem } from '../../api/problem'
import { Dialog } from '../../components/dialog'
import { Field } from '../../components/field'
import { SetAccessCode, ShowAccessCode } from '../../graphql/tasks'
import type { TaskDetails } from '../../graphql/types'
import { t } from '../../locale/cards'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { useSubmit } from '../../use-submit'
import { withToast } from '../../with-toast'

/** What unlocks the item: shown when it is asked for, which the history notes. */
export function AccessCode({ task: { id, hasAccessCode, status } }: { task: TaskDetails }) {
  const [shown, setShown] = useState('')
  const [writing, setWriting] = useState(false)
  async function show(): Promise<void> {
    try {
      const { showAccessCode } = await mutate(ShowAccessCode, { taskId: id })
      setShown(given(showAccessCode).code)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      telegram.haptic('error')
      toast(inWords(error), { kind: 'failed' })
    }
  }
  if (!hasAccessCode && status === 'CLOSED') return null
  return (
    <>
      {hasAccessCode && shown ? (
        <p class="row access-code" role="status">
          <span class="quiet">{t('task.code')}</span> <strong>{shown}</strong>
        </p>
      ) : (
        hasAccessCode && (
          <button type="button" class="row-button" onClick={() => void show()}>
            {t('task.code.show')}
          </button>
        )
      )}
      <button type="button" class="row-button" onClick={() => setWriting(true)}>
        {t(hasAccessCode ? 'task.code.change' : 'task.code.set')}
      </button>
      {writing && (
        <CodeDialog
          taskId={id}
          hadCode={hasAccessCode}
          onClose={() => {
            setWriting(false)
            setShown('')
          }}
        />
      )}
    </>
  )
}

function CodeDialog({ taskId, hadCode, onClose }: { taskId: string; hadCode: boolean; onClose: () => void }) {
  const [code, setCode] = useState('')
  const { busy, submit } = useSubmit(async () => {
    if (code.trim() === '' && !(hadCode && (await agreesToRemove()))) return
    const saved = await withToast(async () => {
      await mutate(SetAccessCode, { taskId, code })
      return t(code.trim() ? 'task.code.saved' : 'task.code.removed')
    })
    if (saved) onClose()
  })
  return (
    <Dialog title={t('task.code')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p>{t('task.code.text')}</p>
        <Field label={t('task.code')} autocomplete="off" maxLength={200} first value={code} onInput={setCode} />
        <div class="panel-buttons">
          <button type="submit" class="row-button" disabled={busy} aria-busy={busy}>
            {t('action.save')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function agreesToRemove(): Promise<boolean> {
  return telegram.confirm({
    title: t('task.code.remove.question'),
    text: t('task.code.remove.text'),
    yes: t('task.code.remove'),
    no: t('action.cancel'),
  })
}
