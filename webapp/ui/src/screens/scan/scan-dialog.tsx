import './scan.css'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { client } from '../../api/client'
import { inWords, problemOf } from '../../api/problem'
import { useQuery } from '../../api/query'
import { Dialog } from '../../components/dialog'
import { Field } from '../../components/field'
import { taskOnLabel } from '../../domain/label'
import { BotQuery } from '../../graphql/paper'
import { TaskQuery } from '../../graphql/tasks'
import { t } from '../../locale/scan'
import { navigate, taskRoute } from '../../router'
import { telegram } from '../../telegram'
import { Camera, hasCamera } from './camera'

/** From a label to its task: by Telegram's scanner, by the browser's camera where it reads codes, and always by number. */
export function ScanDialog({ onClose }: { onClose: () => void }) {
  const bot = useQuery(BotQuery, {})
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState('')
  const url = useRef<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  url.current = bot.data?.bot?.url ?? null

  const open = useCallback(async (text: string): Promise<void> => {
    const id = taskOnLabel(text, url.current)
    if (!id) return refuse(t('foreign'))
    const { data, error } = await client.value.query(TaskQuery, { id }, { requestPolicy: 'network-only' }).toPromise()
    if (data?.taskById) {
      telegram.haptic('success')
      onClose()
      navigate(taskRoute(id))
      return
    }
    const problem = error && problemOf(error)
    refuse(!problem || problem.code === 'NOT_FOUND' ? t('missing', { id }) : inWords(problem))
  }, [])
  function refuse(why: string) {
    telegram.haptic('error')
    setWrong(why)
  }
  async function scan() {
    if (!telegram.scan) return
    setWrong('')
    const text = await telegram.scan(t('hint'))
    if (text) await open(text)
  }
  // After the dialog has opened, which gives the focus to its first button. Where there is a camera, a keyboard would cover it.
  useEffect(() => {
    if (!telegram.scan && !hasCamera()) form.current?.querySelector('input')?.focus()
  }, [])
  // What is read before the bot's name is there would be of no shop. Later readings of the name begin nothing anew.
  const [ready, setReady] = useState(false)
  const entered = useRef<string | null>(null)
  useEffect(() => {
    if (!bot.loading) setReady(true)
  }, [bot.loading])
  useEffect(() => {
    if (!ready) return
    if (entered.current === null) void scan()
    else void open(entered.current)
  }, [ready])
  /** A scanner in the hand types, and presses Enter, faster than the name comes. */
  function enter() {
    if (ready) void open(typed)
    else entered.current = typed
  }

  return (
    <Dialog title={t('title')} onClose={onClose}>
      {telegram.scan && (
        <button type="button" class="plain-button scan-again" onClick={() => void scan()}>
          {t('again')}
        </button>
      )}
      {!telegram.scan && hasCamera() && ready && <Camera onRead={(text) => void open(text)} />}
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          enter()
        }}
      >
        <Field
          label={t('number')}
          hint={t('number.hint')}
          error={wrong || undefined}
          value={typed}
          onInput={(text) => {
            setTyped(text)
            setWrong('')
          }}
          inputMode="numeric"
          autocomplete="off"
        />
        <button type="submit" class="wide-button">
          {t('open')}
        </button>
      </form>
    </Dialog>
  )
}
