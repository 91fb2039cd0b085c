import { useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { given, inWords, Problem } from '../../api/problem'
import { Dialog } from '../../components/dialog'
import { PhotoLinkMutation } from '../../graphql/messages'
import { t } from '../../locale/conversation'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'

const labels = ['BEFORE', 'AFTER', null] as const

/** Photos for a task are taken in the bot's chat: not every phone lets a page use its camera. */
export function TaskPhotos({ taskId }: { taskId: string }) {
  const [choosing, setChoosing] = useState(false)
  async function open(label: (typeof labels)[number]): Promise<void> {
    setChoosing(false)
    try {
      const { photoLink } = await mutate(PhotoLinkMutation, { taskId, label })
      telegram.openTelegramLink(given(photoLink).url)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      telegram.haptic('error')
      toast(inWords(error), { kind: 'failed' })
    }
  }
  return (
    <>
      <button type="button" class="row-button" onClick={() => setChoosing(true)}>
        {t('photos')}
      </button>
      {choosing && (
        <Dialog title={t('photos.title')} onClose={() => setChoosing(false)}>
          <p>{t('photos.text')}</p>
          <div class="panel-buttons">
            {labels.map((label) => (
              <button key={label} type="button" class="row-button" onClick={() => void open(label)}>
                {t(`photos.${label ?? 'none'}`)}
              </button>
            ))}
          </div>
        </Dialog>
      )}
    </>
  )
}
