import { mutate } from '../../api/client'
import { useQuery } from '../../api/query'
import { Section } from '../../components/section'
import { ConfirmStaffGroup, RemoveStaffGroup, StaffGroupsQuery, type StaffGroup } from '../../graphql/staff-groups'
import { t as common } from '../../locale/cards'
import { t } from '../../locale/team'
import { telegram } from '../../telegram'
import { withToast } from '../../with-toast'

/** The groups in Telegram where staff hear of news; for admins. */
export function StaffGroups() {
  const { data, reload } = useQuery(StaffGroupsQuery, {})
  const groups = data?.staffGroups
  if (!groups) return null
  return (
    <Section title={t('groups')} note={t('groups.how')}>
      {groups.length === 0 ? (
        <p class="row quiet">{t('groups.none')}</p>
      ) : (
        <ul>
          {groups.map((group) => (
            <GroupLine key={group.chatId} group={group} onChange={reload} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function GroupLine({ group: { chatId, title, confirmedTime }, onChange }: { group: StaffGroup; onChange: () => void }) {
  async function change(document: typeof ConfirmStaffGroup | typeof RemoveStaffGroup, done: string): Promise<void> {
    await withToast(async () => {
      await mutate(document as typeof ConfirmStaffGroup, { chatId })
      return done
    })
    onChange()
  }
  async function confirm(): Promise<void> {
    const agreed = await telegram.confirm({
      title: t('groups.confirm.question', { title }),
      text: t('groups.confirm.text'),
      yes: t('groups.confirm'),
      no: common('action.cancel'),
    })
    if (agreed) await change(ConfirmStaffGroup, t('groups.confirmed', { title }))
  }
  async function remove(): Promise<void> {
    const agreed = await telegram.confirm({
      title: t('groups.remove.question', { title }),
      text: t('groups.remove.text'),
      yes: t('groups.remove'),
      no: common('action.cancel'),
    })
    if (agreed) await change(RemoveStaffGroup, t('groups.removed', { title }))
  }
  return (
    <li class="line">
      <span class="row-text">
        <span class="row-title">{title}</span>
        <span class={confirmedTime ? 'row-facts' : 'row-facts unproven'}>{t(confirmedTime ? 'groups.told' : 'groups.waits')}</span>
      </span>
      {!confirmedTime && (
        <button type="button" class="next-button" onClick={() => void confirm()}>
          {t('groups.confirm')}
        </button>
      )}
      <button type="button" class="next-button destructive" onClick={() => void remove()}>
        {t('groups.remove')}
      </button>
    </li>
  )
}
