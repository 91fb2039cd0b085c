import { useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { given } from '../../api/problem'
import { useQuery } from '../../api/query'
import { Choice } from '../../components/choice'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { FormError } from '../../components/form-error'
import { Header } from '../../components/header'
import { Icon } from '../../components/icon'
import { MainButton } from '../../components/main-button'
import { Section } from '../../components/section'
import { Failure, Notice, Skeleton } from '../../components/states'
import { config } from '../../config'
import { momentInWords } from '../../domain/days'
import { memberName } from '../../domain/member'
import { ApiTokensQuery, CreateApiToken, RevokeApiToken, type ApiToken, type Scope } from '../../graphql/team'
import { language } from '../../locale'
import { t as common } from '../../locale/cards'
import { t } from '../../locale/team'
import { leaveFor, navigate } from '../../router'
import { telegram } from '../../telegram'
import { explainAt, missingOf, useForm } from '../../use-form'
import { useUnsaved } from '../../use-unsaved'
import { withToast } from '../../with-toast'
import { Secret } from './secret'

export function TokensScreen() {
  const { data, problem, reload } = useQuery(ApiTokensQuery, {})
  const tokens = data?.apiTokens
  const now = new Date().toISOString()
  const works = ({ revokedAt, expiresAt }: ApiToken) => !revokedAt && (!expiresAt || expiresAt > now)
  const working = tokens?.filter(works) ?? []
  const over = tokens?.filter((token) => !works(token)) ?? []

  return (
    <>
      <Header title={common('more.tokens')} back={{ screen: 'more' }} />
      {!tokens ? (
        problem ? <Failure problem={problem} retry={reload} /> : <Skeleton rows={3} />
      ) : tokens.length === 0 ? (
        <Notice icon="empty" title={t('token.empty.title')} text={t('token.empty')} />
      ) : (
        <>
          <p class="lead">{t('token.text')}</p>
          {working.length > 0 && (
            <Section>
              <ul>
                {working.map((token) => (
                  <TokenRow key={token.id} token={token} works />
                ))}
              </ul>
            </Section>
          )}
          {over.length > 0 && (
            <Section title={t('token.over')}>
              <ul>
                {over.map((token) => (
                  <TokenRow key={token.id} token={token} works={false} />
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
      {tokens && <MainButton text={t('token.new')} onClick={() => navigate({ screen: 'token-new' })} />}
    </>
  )
}

function TokenRow({ token, works }: { token: ApiToken; works: boolean }) {
  const inWords = (moment: string) => momentInWords(moment, config.value.timezone, language.value)
  const { name, scopes, createdBy, lastUsedAt, expiresAt, revokedAt } = token
  const end = revokedAt
    ? t('token.revoked', { date: inWords(revokedAt) })
    : !expiresAt
      ? t('token.forever')
      : t(works ? 'token.until' : 'token.expired', { date: inWords(expiresAt) })
  return (
    <li class="line">
      <span class="row-text">
        <span class="row-title">{name}</span>
        <span class="row-facts">
          {[...scopes.map((scope) => t(`scope.${scope}`)), createdBy && memberName(createdBy)].filter(Boolean).join(' · ')}
        </span>
        <span class="row-facts">{end}</span>
        <span class="row-facts">{lastUsedAt ? t('token.used', { date: inWords(lastUsedAt) }) : t('token.unused')}</span>
      </span>
      {works && (
        <button type="button" class="next-button destructive" onClick={() => void revoke(token)}>
          {t('token.revoke')}
        </button>
      )}
    </li>
  )
}

async function revoke({ id, name }: ApiToken): Promise<void> {
  const agreed = await telegram.confirm({
    title: t('token.revoke.question', { name }),
    text: t('token.revoke.text'),
    yes: t('token.revoke'),
    no: common('action.cancel'),
  })
  if (!agreed) return
  await withToast(async () => {
    await mutate(RevokeApiToken, { id })
    return t('token.revoked.toast', { name })
  })
}

/** What a token may do, as most programs need it. */
const uses = ['READ', 'WRITE', 'IMPORT', 'WEBHOOKS'] as const
const scopesFor: Record<(typeof uses)[number], Scope[]> = {
  READ: ['READ'],
  WRITE: ['READ', 'WRITE'],
  IMPORT: ['READ', 'WRITE', 'IMPORT'],
  WEBHOOKS: ['READ', 'WEBHOOKS'],
}

/** How long a token may work, in days; '' is without an end. */
const terms = ['30', '90', '365', ''] as const

export function TokenNewScreen() {
  const [token, setToken] = useState<string | null>(null)
  const form = useForm({
    initial: { name: '', use: 'READ' as (typeof uses)[number], term: '90' as (typeof terms)[number], notes: '' },
    validate: ({ name }) => missingOf({ name }, common('form.required')),
    explain: explainAt({ name: 'name' }),
    async send({ name, use, term, notes }) {
      const expiresAt = term === '' ? null : new Date(Date.now() + Number(term) * 86_400_000).toISOString()
      const { createApiToken } = await mutate(CreateApiToken, { name: name.trim(), scopes: [...scopesFor[use], ...(notes ? (['NOTES'] as const) : [])], expiresAt })
      telegram.haptic('success')
      setToken(given(createApiToken?.token))
    },
  })
  useUnsaved(form.values.name !== '' && token === null)

  if (token !== null) {
    return (
      <>
        <Header title={form.values.name} back={{ screen: 'tokens' }} />
        <Section note={t('token.once')}>
          <Secret text={token} label={t('token.new')} />
        </Section>
        <MainButton text={t('link.done')} onClick={() => leaveFor({ screen: 'tokens' })} />
      </>
    )
  }
  return (
    <>
      <Header title={t('token.new')} back={{ screen: 'tokens' }} />
      <Form submit={form.submit}>
        <Section>
          <Field
            label={t('token.name')}
            first
            autocomplete="off"
            maxLength={200}
            hint={t('token.name.hint')}
            {...form.field('name')}
          />
        </Section>
        <Section title={t('token.scopes')}>
          <Choice
            look="chips"
            label={t('token.scopes')}
            options={uses}
            text={(use) => t(use === 'WRITE' ? 'scope.both' : `scope.${use}`)}
            {...form.choice('use')}
          />
        </Section>
        <Section note={t('token.notes.note')}>
          <label class="row-option">
            <input
              class="visually-hidden"
              type="checkbox"
              checked={form.values.notes !== ''}
              onChange={({ currentTarget }) => form.change({ notes: currentTarget.checked ? 'NOTES' : '' })}
            />
            <span>{t('scope.NOTES')}</span>
            <Icon name="check" />
          </label>
        </Section>
        <Section title={t('token.expires')}>
          <Choice
            look="chips"
            label={t('token.expires')}
            options={terms}
            text={(term) => (term === '' ? t('token.expires.never') : t('token.expires.days', { count: Number(term) }))}
            {...form.choice('term')}
          />
        </Section>
        <FormError text={form.failure} />
        <MainButton text={t('token.create')} busy={form.busy} />
      </Form>
    </>
  )
}
