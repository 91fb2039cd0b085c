import { useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { given, inWords } from '../../api/problem'
import { useQuery } from '../../api/query'
import { Choice } from '../../components/choice'
import { Dialog } from '../../components/dialog'
import { FormError } from '../../components/form-error'
import { lazy } from '../../components/lazy'
import { Section } from '../../components/section'
import { Failure } from '../../components/states'
import { config } from '../../config'
import { momentInWords } from '../../domain/days'
import { memberName } from '../../domain/member'
import { CreateInvite, InvitesQuery, RevokeInvite, type Invite, type Role } from '../../graphql/team'
import { language, t as common } from '../../locale'
import { t } from '../../locale/team'
import { telegram } from '../../telegram'
import { useSubmit } from '../../use-submit'
import { withToast } from '../../with-toast'
import { Secret } from './secret'

const Qr = lazy(async () => (await import('../../components/qr')).Qr, 0)

/** The invites that nobody has used yet, and a new one. */
export function Invites() {
  const { data, problem, reload } = useQuery(InvitesQuery, {})
  const [making, setMaking] = useState(false)
  const open = data?.invites?.filter(({ usedAt }) => usedAt === null) ?? []

  return (
    <Section title={t('invite.title')} note={t('invite.text')}>
      {problem && !data && <Failure problem={problem} retry={reload} />}
      {open.length > 0 && (
        <ul>
          {open.map((invite) => (
            <InviteRow key={invite.id} invite={invite} />
          ))}
        </ul>
      )}
      <button type="button" class="row-button" onClick={() => setMaking(true)}>
        {t('invite.new')}
      </button>
      {making && <NewInvite onClose={() => setMaking(false)} />}
    </Section>
  )
}

function InviteRow({ invite }: { invite: Invite }) {
  const until = momentInWords(invite.expiresAt, config.value.timezone, language.value)
  return (
    <li class="line">
      <span class="row-text">
        <span class="row-title">{t(`role.${invite.role}`)}</span>
        <span class="row-facts">{t('invite.open', { date: until })}</span>
        {invite.createdBy && <span class="row-facts">{t('invite.by', { name: memberName(invite.createdBy) })}</span>}
      </span>
      <button type="button" class="next-button destructive" onClick={() => void revoke(invite)}>
        {t('invite.revoke')}
      </button>
    </li>
  )
}

async function revoke(invite: Invite): Promise<void> {
  const agreed = await telegram.confirm({
    title: t('invite.revoke.question'),
    text: t('invite.revoke.text'),
    yes: t('invite.revoke'),
    no: common('action.cancel'),
  })
  if (!agreed) return
  await withToast(async () => {
    await mutate(RevokeInvite, { id: invite.id })
    return t('invite.revoked')
  })
}

function NewInvite({ onClose }: { onClose: () => void }) {
  const [role, setRole] = useState<Role>('STAFF')
  const [link, setLink] = useState<string | null>(null)
  const { busy, problem, submit } = useSubmit(async () => {
    setLink(given((await mutate(CreateInvite, { role })).createInvite?.link))
    telegram.haptic('success')
  })

  return (
    <Dialog title={t('invite.new')} onClose={onClose}>
      {link === null ? (
        <>
          <p class="panel-label">{t('invite.role')}</p>
          <Choice
            look="steps"
            label={t('invite.role')}
            options={['STAFF', 'ADMIN']}
            chosen={role}
            text={(role) => t(`role.${role}`)}
            onChoose={setRole}
          />
          <p class="panel-note">{t(`role.${role}.text`)}</p>
          <FormError text={problem ? inWords(problem) : undefined} />
          <button type="button" class="wide-button" disabled={busy} aria-busy={busy} onClick={() => void submit()}>
            {t('invite.create')}
          </button>
        </>
      ) : (
        <>
          <Qr text={link} label={t('invite.qr')} />
          <p class="panel-note">{t('invite.once')}</p>
          <Secret text={link} label={t('invite.title')} shared />
        </>
      )}
    </Dialog>
  )
}
