import { useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { given, inWords, type Problem } from '../../api/problem'
import { useQuery } from '../../api/query'
import { nameOf } from '../../components/customer-row'
import { Dialog } from '../../components/dialog'
import { Header } from '../../components/header'
import { Section } from '../../components/section'
import { Failure, Gone, Skeleton } from '../../components/states'
import { config } from '../../config'
import { dayInWords } from '../../domain/day-in-words'
import { dayOfMoment, today } from '../../domain/days'
import {
  CancelErasure,
  EraseCustomer,
  ExportPersonalData,
  NoteConsent,
  PersonalDataQuery,
  RequestErasure,
  type PersonalCard,
  type PersonalDataFormat,
} from '../../graphql/personal-data'
import { language } from '../../locale'
import { t as common } from '../../locale/cards'
import { t } from '../../locale/personal-data'
import { leaveFor, parent, type CustomerList, type Route } from '../../router'
import { telegram } from '../../telegram'
import { withToast } from '../../with-toast'

type Place = Route & { id: string } & CustomerList
type Text = { consentVersion: string | null; consentUrl: string | null }

/** What a customer has agreed to, gets, and has erased, at the counter. */
export function CustomerDataScreen({ at }: { at: Place }) {
  const { data, problem, reload } = useQuery(PersonalDataQuery, { id: at.id })
  const customer = data?.customerById
  const gone = problem?.code === 'NOT_FOUND'
  return (
    <>
      <Header title={t('title')} subtitle={customer && !gone ? nameOf(customer) : undefined} back={parent(at)} />
      {gone ? (
        <Gone text={common('customer.notFound')} />
      ) : customer ? (
        <>
          <Consents customer={customer} text={data.settings} />
          <Section title={t('export')} note={t('export.note')}>
            {(['HTML', 'JSON'] as const).map((format) => (
              <button key={format} type="button" class="row-button" onClick={() => void download(customer, format)}>
                {t(`export.${format}`)}
              </button>
            ))}
          </Section>
          <Erasure customer={customer} administers={data.me?.role === 'ADMIN'} at={at} />
        </>
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

function Consents({ customer, text }: { customer: PersonalCard; text: Text }) {
  const { consentVersion: version, consentUrl: link } = text
  const given = customer.consents.some((consent) => consent.version === version)
  async function note(version: string): Promise<void> {
    const agreed = await telegram.confirm({
      title: t('note.question', { version }),
      text: t('note.text'),
      yes: t('note.yes'),
      no: common('action.cancel'),
    })
    if (!agreed) return
    await withToast(async () => {
      await mutate(NoteConsent, { id: customer.id, version })
      return t('noted')
    })
  }
  return (
    <Section title={t('consents')} note={version ? undefined : t('consents.none.text')}>
      {customer.consents.length === 0 ? (
        <p class="row quiet">{t('consents.none')}</p>
      ) : (
        <dl class="facts">
          {customer.consents.map(({ version, link, givenTime, notedBy }) => (
            <div key={version}>
              <dt>
                <a href={link} target="_blank" rel="noopener noreferrer">
                  {t('consent', { version })}
                </a>
              </dt>
              <dd>
                {!notedBy
                  ? t('consent.chat', { day: dayOf(givenTime) })
                  : notedBy.name
                    ? t('consent.counter.by', { day: dayOf(givenTime), name: notedBy.name })
                    : t('consent.counter', { day: dayOf(givenTime) })}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {version && link && !given && (
        <>
          <a class="row-button" href={link} target="_blank" rel="noopener noreferrer">
            {t('note.open')}
          </a>
          <button type="button" class="row-button" onClick={() => void note(version)}>
            {t('note')}
          </button>
        </>
      )}
    </Section>
  )
}

function Erasure({ customer, administers, at }: { customer: PersonalCard; administers: boolean; at: Place }) {
  const [asks, setAsks] = useState(false)
  const { id, erasureTime } = customer
  const later = () =>
    withToast(async () => {
      const changed = given((await mutate(RequestErasure, { id })).requestErasure?.customer)
      setAsks(false)
      return t('erase.set', { day: dayOf(changed.erasureTime ?? '') })
    })
  const cancel = () =>
    withToast(async () => {
      await mutate(CancelErasure, { id })
      return t('erase.taken')
    })
  async function now(): Promise<void> {
    setAsks(false)
    const agreed = await telegram.confirm({
      title: t('erase.now.question', { name: nameOf(customer) }),
      text: t('erase.now.text'),
      yes: t('erase.now'),
      no: common('action.cancel'),
    })
    if (!agreed) return
    await withToast(async () => {
      await mutate(EraseCustomer, { id })
      leaveFor({ screen: 'customers', search: at.search, contact: at.contact })
      return t('erase.done')
    }, explain)
  }
  if (erasureTime) {
    return (
      <Section note={t('erase.asked.note')}>
        <p class="row">{t('erase.asked', { day: dayOf(erasureTime) })}</p>
        <button type="button" class="row-button" onClick={() => void cancel()}>
          {t('erase.cancel')}
        </button>
        {administers && (
          <button type="button" class="row-button destructive" onClick={() => void now()}>
            {t('erase.now')}
          </button>
        )}
      </Section>
    )
  }
  return (
    <Section note={t('erase.note')}>
      <button type="button" class="row-button destructive" onClick={() => setAsks(true)}>
        {t('erase')}
      </button>
      {asks && (
        <Dialog title={t('erase.question', { name: nameOf(customer) })} onClose={() => setAsks(false)}>
          <ul class="consequences">
            {(['erase.goes', 'erase.stays', 'erase.when'] as const).map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
          <div class="panel-buttons">
            <button type="button" class="row-button destructive" onClick={() => void later()}>
              {t('erase.later')}
            </button>
            {administers && (
              <button type="button" class="row-button destructive" onClick={() => void now()}>
                {t('erase.now')}
              </button>
            )}
          </div>
        </Dialog>
      )}
    </Section>
  )
}

function explain(problem: Problem): string {
  return problem.code === 'CONFLICT' ? t('erase.open') : inWords(problem)
}

function dayOf(moment: string): string {
  return dayInWords(dayOfMoment(moment, config.value.timezone) ?? '', today(config.value.timezone), language.value)
}

/** The file comes from an address of its own, which Telegram and browsers save as it is. */
async function download({ id }: PersonalCard, format: PersonalDataFormat): Promise<void> {
  await withToast(async () => {
    const wish = { id, format, language: language.value === 'en' ? ('EN' as const) : ('RU' as const) }
    const { url, name } = given((await mutate(ExportPersonalData, wish)).exportPersonalData)
    telegram.download(url, name)
    return t('export.started')
  })
}
