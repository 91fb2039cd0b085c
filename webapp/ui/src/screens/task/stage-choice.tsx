import { mutate } from '../../api/client'
import { Choice } from '../../components/choice'
import { shopWord, useShopWords } from '../../components/shop-words'
import { UpdateTask } from '../../graphql/tasks'
import type { TaskDetails } from '../../graphql/types'
import { t } from '../../locale/cards'
import { withToast } from '../../with-toast'

/** The shop's own steps inside the task's status; nothing where it has none. */
export function StageChoice({ task: { id, status, stage } }: { task: TaskDetails }) {
  const { stages } = useShopWords()
  const here = stages.filter((one) => one.status === status && (!one.removed || one.id === stage?.id))
  if (here.length === 0) return null
  return (
    <Choice
      look="chips"
      acts
      label={t('task.stage')}
      options={['', ...here.map((one) => one.id)]}
      chosen={stage?.id ?? ''}
      text={(id) => (id === '' ? t('task.noStage') : shopWord(here.find((one) => one.id === id)!))}
      onChoose={(stageId) =>
        void withToast(async () => {
          await mutate(UpdateTask, { taskData: { id, stageId } })
          return t('task.saved', { id })
        })
      }
    />
  )
}
