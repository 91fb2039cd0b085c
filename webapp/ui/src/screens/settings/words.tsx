import { useState } from 'preact/hooks'
import { Icon } from '../../components/icon'
import { t } from '../../locale/settings'
import { format, type Route } from '../../router'
import { withToast } from '../../with-toast'

interface Properties<Word> {
  words: Word[]
  /** Of a word by its id; of a new one by ''. */
  to: (id: string) => Route
  name: (word: Word) => string
  facts: (word: Word) => string
  add: string
  place: (id: string, place: number) => Promise<unknown>
  moved: () => void
}

/** Stages or kinds of work in their order; each can be moved up, and one more made. */
export function Words<Word extends { id: string; place: number }>({ words, to, name, facts, add, place, moved }: Properties<Word>) {
  const [moving, setMoving] = useState(false)
  async function moveUp(index: number): Promise<void> {
    const order = [...words]
    order.splice(index - 1, 2, words[index]!, words[index - 1]!)
    setMoving(true)
    await withToast(async () => {
      for (const [at, word] of order.entries()) if (word.place !== at + 1) await place(word.id, at + 1)
      return t('moved')
    })
    setMoving(false)
    moved()
  }
  return (
    <>
      {words.map((word, index) => (
        <div class="settings-row" key={word.id}>
          <a class="row-link settings-link" href={format(to(word.id))}>
            <span class="row-text">
              <span class="row-title">{name(word)}</span>
              <span class="row-facts">{facts(word)}</span>
            </span>
            <Icon name="next" />
          </a>
          {index > 0 && (
            <button type="button" class="round-button" disabled={moving} aria-label={t('up', { name: name(word) })} onClick={() => void moveUp(index)}>
              <Icon name="down" />
            </button>
          )}
        </div>
      ))}
      <a class="row-button" href={format(to(''))}>
        {add}
      </a>
    </>
  )
}
