import { Choice } from './choice'
import { shopWord, useShopWords } from './shop-words'
import { categories } from '../domain/status'
import type { Category } from '../graphql/types'
import { t } from '../locale/cards'

/** One of the four kinds of work, or the number of one of the shop's own. */
export type Kind = Category | `${number}`

interface Properties {
  chosen: Kind
  onChoose: (kind: Kind) => void
}

/** The shop's own kinds of work, where it has some; the four else, and where the task has one of them alone. */
export function KindOfWork({ chosen, onChoose }: Properties) {
  const own = useShopWords().categories.filter(({ id, removed }) => !removed || id === chosen)
  const four = own.length === 0 ? categories : categories.filter((category) => category === chosen)
  return (
    <Choice<Kind>
      look="chips"
      label={t('task.category')}
      options={[...own.map(({ id }) => id as Kind), ...four]}
      chosen={chosen}
      text={(kind) => {
        const word = own.find(({ id }) => id === kind)
        return word ? shopWord(word) : t(`category.${kind as Category}`)
      }}
      onChoose={onChoose}
    />
  )
}

/** As TaskInput has it. */
export function kindInput(kind: Kind) {
  return /^\d+$/.test(kind) ? { shopCategoryId: kind } : { category: kind as Category, shopCategoryId: '' }
}
