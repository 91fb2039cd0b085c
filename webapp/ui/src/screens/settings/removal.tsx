import { useState } from 'preact/hooks'
import { inWords, Problem } from '../../api/problem'
import { Dialog } from '../../components/dialog'
import { FormError } from '../../components/form-error'
import { Icon } from '../../components/icon'
import { Section } from '../../components/section'
import { shopWord, type ShopWordName } from '../../components/shop-words'
import { t as common } from '../../locale'
import { t } from '../../locale/settings'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { useSubmit } from '../../use-submit'

interface Properties {
  text: string
  name: string
  /** What can follow it. */
  others: ShopWordName[]
  /** What it is called that nothing follows. */
  none: string
  /** Without a successor it is refused while open tasks have it; '' is that nothing follows. */
  remove: (successorId: string | null) => Promise<unknown>
  removed: () => void
}

/** Removes a stage or a kind of work, and asks what follows where that is needed. */
export function Removal({ text, name, others, none, remove, removed }: Properties) {
  const [asks, setAsks] = useState(false)
  const done = () => {
    toast(t('remove.done', { name }))
    removed()
  }

  async function begin(): Promise<void> {
    const agreed = await telegram.confirm({
      title: t('remove.question', { name }),
      text: t('remove.text'),
      yes: t('remove.yes'),
      no: common('action.cancel'),
    })
    if (!agreed) return
    try {
      await remove(null)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.code === 'CONFLICT' && error.field === 'successorId') return setAsks(true)
      toast(inWords(error), { kind: 'failed' })
      return
    }
    done()
  }

  return (
    <Section>
      <button type="button" class="row-button destructive" onClick={() => void begin()}>
        {text}
      </button>
      {asks && <Successor name={name} others={others} none={none} remove={remove} removed={done} onClose={() => setAsks(false)} />}
    </Section>
  )
}

interface SuccessorProperties extends Omit<Properties, 'text'> {
  onClose: () => void
}

function Successor({ name, others, none, remove, removed, onClose }: SuccessorProperties) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const { busy, problem, submit } = useSubmit(async () => {
    if (chosen === null) return setMissing(true)
    await remove(chosen)
    removed()
  })
  return (
    <Dialog title={t('remove.question', { name })} onClose={onClose}>
      <p class="panel-note">{t('remove.inUse', { name })}</p>
      <div role="radiogroup" aria-label={t('remove.choose')}>
        {[...others, null].map((other) => {
          const id = other?.id ?? ''
          return (
            <label class="row-option" key={id}>
              <input class="visually-hidden" type="radio" name="successor" checked={chosen === id} onChange={() => setChosen(id)} />
              <span>{other ? shopWord(other) : none}</span>
              <Icon name="check" />
            </label>
          )
        })}
      </div>
      <FormError text={problem ? inWords(problem) : missing && chosen === null ? t('remove.choose') : undefined} />
      <button type="button" class="wide-button" disabled={busy} aria-busy={busy} onClick={() => void submit()}>
        {t('remove.yes')}
      </button>
    </Dialog>
  )
}
