import { useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { given, inWords, Problem } from '../../api/problem'
import { useQuery } from '../../api/query'
import { Choice } from '../../components/choice'
import { Dialog } from '../../components/dialog'
import { Header } from '../../components/header'
import { Failure, Skeleton } from '../../components/states'
import { memberName } from '../../domain/member'
import { CreateLoginLink, DeleteStaff, DisableStaff, EnableStaff, MyselfQuery, SetStaffRole, StaffQuery, type Member, type Role } from '../../graphql/team'
import { t as common } from '../../locale/cards'
import { t } from '../../locale/team'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { withToast } from '../../with-toast'
import { Invites } from './invites'
import { Secret } from './secret'
import { StaffGroups } from './staff-groups'

export function TeamScreen() {
  const team = useQuery(StaffQuery, {})
  const myself = useQuery(MyselfQuery, {})
  const me = myself.data?.me
  const administers = me?.role === 'ADMIN'
  const staff = me && team.data?.staff
  const problem = team.problem ?? myself.problem
  const reload = () => {
    team.reload()
    myself.reload()
  }

  return (
    <>
      <Header title={common('more.team')} back={{ screen: 'more' }} />
      {!staff ? (
        problem ? <Failure problem={problem} retry={reload} /> : <Skeleton rows={3} />
      ) : (
        <>
          <ul class="members">
            {staff.map((member) => (
              <li key={member.id}>
                <MemberCard member={member} mine={member.id === me?.id} administers={administers} onDeleted={reload} />
              </li>
            ))}
          </ul>
          {staff.length === 1 && administers && <p class="section-note">{t('team.alone')}</p>}
        </>
      )}
      {staff && administers && <Invites />}
      {staff && administers && <StaffGroups />}
    </>
  )
}

interface CardProperties {
  member: Member
  mine: boolean
  administers: boolean
  onDeleted: () => void
}

function MemberCard({ member, mine, administers, onDeleted }: CardProperties) {
  const { name, email, role, active, telegramLinked } = member
  const facts = [name && email, telegramLinked && t('member.telegram')].filter(Boolean)
  const [link, setLink] = useState<string | null>(null)
  const [deletes, setDeletes] = useState(false)

  async function remove(calledAs: string | null): Promise<void> {
    setDeletes(false)
    await withToast(async () => {
      await mutate(DeleteStaff, { id: member.id, calledAs })
      onDeleted()
      return t('member.deleted.toast', { name: memberName(member) })
    }, explain)
  }

  async function makeLink(): Promise<void> {
    try {
      setLink(given((await mutate(CreateLoginLink, { id: member.id })).createLoginLink?.link))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      toast(inWords(error), { kind: 'failed' })
    }
  }
  return (
    <div class="card" role="group" aria-label={memberName(member)}>
      <div class="member" data-active={active}>
        <span class="row-text">
          <span class="row-title">
            {memberName(member)}
            {mine && <span class="quiet"> ({t('member.you')})</span>}
          </span>
          <span class="row-facts">{facts.join(' · ')}</span>
        </span>
        {!active ? (
          <span class="pill pill-CLOSED">{t('member.disabled')}</span>
        ) : (
          !administers && <span class="pill pill-ACCEPTED">{t(`role.${role}`)}</span>
        )}
      </div>
      {administers && active && (
        <Choice
          look="steps"
          acts
          label={t('member.role', { name: memberName(member) })}
          options={['STAFF', 'ADMIN']}
          chosen={role}
          text={(role) => t(`role.${role}`)}
          onChoose={(chosen) => chosen !== role && void setRole(member, chosen, mine)}
        />
      )}
      {administers && !mine && active && (
        <button type="button" class="row-button" onClick={() => void makeLink()}>
          {t('member.link')}
        </button>
      )}
      {link !== null && (
        <Dialog title={t('member.link.title', { name: memberName(member) })} onClose={() => setLink(null)}>
          <p class="panel-note">{t('member.link.text')}</p>
          <Secret text={link} label={t('member.link')} shared />
        </Dialog>
      )}
      {administers && !mine && (
        <button
          type="button"
          class={`row-button ${active ? 'destructive' : ''}`}
          onClick={() => void (active ? disable(member) : enable(member))}
        >
          {t(active ? 'member.disable' : 'member.enable')}
        </button>
      )}
      {administers && !mine && !active && (
        <button type="button" class="row-button destructive" onClick={() => setDeletes(true)}>
          {t('member.delete')}
        </button>
      )}
      {deletes && (
        <Dialog title={t('member.delete.question', { name: memberName(member) })} onClose={() => setDeletes(false)}>
          <p class="panel-note">{t('member.delete.text')}</p>
          <div class="panel-buttons">
            <button type="button" class="row-button destructive" onClick={() => void remove(null)}>
              {t('member.delete.keep', { name: memberName(member) })}
            </button>
            <button type="button" class="row-button destructive" onClick={() => void remove(t('member.former'))}>
              {t('member.delete.former', { name: t('member.former') })}
            </button>
          </div>
        </Dialog>
      )}
    </div>
  )
}

function explain(problem: Problem): string {
  return problem.code === 'CONFLICT' ? t('member.last') : inWords(problem)
}

async function setRole(member: Member, role: Role, mine: boolean): Promise<void> {
  const change = mine ? 'own' : role === 'ADMIN' ? 'admin' : 'staff'
  const agreed = await telegram.confirm({
    title: t(`member.${change}.question`, { name: memberName(member) }),
    text: t(`member.${change}.text`),
    yes: t(`member.${change}.yes`),
    no: common('action.cancel'),
  })
  if (!agreed) return
  await withToast(async () => {
    await mutate(SetStaffRole, { id: member.id, role })
    return t('member.role.toast', { name: memberName(member), role: t(`role.${role}`) })
  }, explain)
}

async function disable(member: Member): Promise<void> {
  const agreed = await telegram.confirm({
    title: t('member.disable.question', { name: memberName(member) }),
    text: t('member.disable.text'),
    yes: t('member.disable'),
    no: common('action.cancel'),
  })
  if (!agreed) return
  await withToast(async () => {
    await mutate(DisableStaff, { id: member.id })
    return t('member.disabled.toast', { name: memberName(member) })
  }, explain)
}

async function enable(member: Member): Promise<void> {
  await withToast(async () => {
    await mutate(EnableStaff, { id: member.id })
    return t('member.enabled.toast', { name: memberName(member) })
  })
}
