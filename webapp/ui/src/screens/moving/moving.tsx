import './moving.css'
import { useEffect, useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { given, inWords, type Problem } from '../../api/problem'
import { useQuery } from '../../api/query'
import { forgetUpload, largestUpload, upload } from '../../api/upload'
import { FormError } from '../../components/form-error'
import { Header } from '../../components/header'
import { Icon } from '../../components/icon'
import { money } from '../../components/money'
import { Section } from '../../components/section'
import { Failure, Skeleton } from '../../components/states'
import { CheckImport, DataImportQuery, ExportRefusedRows, RunImport, StopImport, type DataImport } from '../../graphql/moving'
import { language } from '../../locale'
import { t as common } from '../../locale/cards'
import { t } from '../../locale/moving'
import { telegram } from '../../telegram'
import { useSubmit } from '../../use-submit'
import { withToast } from '../../with-toast'
import { Columns, Statuses, type Choices } from './choices'

const wordsOfLanguage = () => (language.value === 'en' ? ('EN' as const) : ('RU' as const))

/** In milliseconds: how often an import that is at work is asked how far it is. */
const often = 1000

/** Takes customers and tasks in from a file: what would become of the rows is seen first. */
export function MovingScreen() {
  const { data, problem, reload } = useQuery(DataImportQuery, { language: wordsOfLanguage() })
  const row = data?.dataImport
  const atWork = row?.state === 'CHECKING' || row?.state === 'RUNNING'
  useEffect(() => {
    if (!atWork) return
    const timer = setInterval(reload, often)
    return () => clearInterval(timer)
  }, [atWork, reload])
  return (
    <>
      <Header title={common('more.moving')} back={{ screen: 'more' }} />
      {data ? (
        <>
          {!row && <p class="lead">{t('lead')}</p>}
          {row && <Import row={row} reload={reload} />}
          {!atWork && <FileChoice before={row ?? null} reload={reload} />}
        </>
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={3} />
      )}
    </>
  )
}

function explain(problem: Problem): string {
  if (problem.field === 'size') return t('tooLarge')
  return problem.code === 'CONFLICT' && problem.field !== 'file' ? t('busy') : inWords(problem)
}

function FileChoice({ before, reload }: { before: DataImport | null; reload: () => void }) {
  const [file, setFile] = useState<File | null>(null)
  const [part, setPart] = useState(0)
  const [tooLarge, setTooLarge] = useState(false)
  const { busy, problem, submit } = useSubmit(async () => {
    const fileId = await upload(file!, setPart, new AbortController().signal)
    try {
      await mutate(CheckImport, { fileId })
    } catch (error) {
      forgetUpload(fileId)
      throw error
    }
    reload()
  })
  useEffect(() => {
    if (file) void submit().then(() => setFile(null))
  }, [file])
  return (
    <Section note={t('formats')}>
      <label class="row-button" aria-busy={busy}>
        <input
          class="visually-hidden"
          type="file"
          accept=".csv,.txt,.xlsx,.vcf"
          disabled={busy}
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.files?.[0]
            currentTarget.value = ''
            if (!chosen) return
            setTooLarge(chosen.size > largestUpload)
            if (chosen.size <= largestUpload) setFile(chosen)
          }}
        />
        <Icon name="download" />
        <span>{busy ? t('sending', { part: Math.round(part * 100) }) : t(before ? 'another' : 'choose')}</span>
      </label>
      <FormError text={tooLarge ? t('tooLarge') : problem ? explain(problem) : undefined} />
    </Section>
  )
}

function Import({ row: known, reload }: { row: DataImport; reload: () => void }) {
  // While it is checked again because of a choice, what was seen stays, and with it the focus.
  const [corrected, setCorrected] = useState<DataImport | null>(null)
  const [sending, setSending] = useState(false)
  const rechecking = corrected?.id === known.id && (sending || known.state === 'CHECKING')
  const row = rechecking ? corrected : known
  const { busy, problem, submit } = useSubmit(async () => {
    await mutate(RunImport, { id: row.id })
    reload()
  })
  const check = useSubmit(() => checkAgain({ columns: row.columns, statuses: row.statuses }))
  async function checkAgain(choices: Choices): Promise<void> {
    await mutate(CheckImport, { fileId: row.fileId, ...choices })
    reload()
  }
  const choose = (choices: Partial<Choices>) => void withChoices({ columns: row.columns, statuses: row.statuses, ...choices })
  const [wrong, setWrong] = useState<Problem | null>(null)
  async function withChoices(choices: Choices): Promise<void> {
    setWrong(null)
    setCorrected(withChosen(row, choices))
    setSending(true)
    await checkAgain(choices).catch(setWrong)
    setSending(false)
  }
  const { state } = row
  if (state === 'CHECKING' || state === 'RUNNING') return <Progress row={row} reload={reload} />
  const noPhones = state === 'CHECKED' && row.sheets.every(({ skipped }) => skipped)
  const seen = state === 'CHECKED'
  const mayRun = row.rows > 0 && state !== 'DONE'
  const complaint = problem ?? check.problem ?? wrong
  return (
    <>
      <Section title={row.fileName ?? common('more.moving')} note={seen && mayRun ? t('quiet') : undefined}>
        <p class="row" role="status">
          {rechecking ? t('CHECKING', { done: known.done }) : noPhones ? t('noPhones') : t(state)}
          {state === 'FAILED' && row.fault && ` — ${t(row.fault)}`}
        </p>
        {(seen || row.done > 0) && !noPhones && <Counts row={row} />}
        {mayRun && (
          <button type="button" class="row-button" disabled={busy || rechecking} onClick={() => void submit()}>
            {t(seen ? 'run' : 'again')}
          </button>
        )}
        {!seen && row.rows === 0 && row.fault !== 'GONE' && (
          <button type="button" class="row-button" disabled={check.busy} onClick={() => void check.submit()}>
            {t('check')}
          </button>
        )}
        <FormError text={complaint ? explain(complaint) : undefined} />
      </Section>
      <Refused row={row} />
      {seen && <Statuses row={row} choose={choose} />}
      {seen && <Columns row={row} choose={choose} />}
    </>
  )
}

/** The row as it is shown until it has been checked with the choices. */
function withChosen(row: DataImport, choices: Choices): DataImport {
  const chosen = (sheet: string, column: string) => choices.columns.find((one) => one.sheet === sheet && one.column === column)
  const sheets = row.sheets.map((sheet) => ({
    ...sheet,
    columns: sheet.columns.map((column) => ({ ...column, ...chosen(sheet.name, column.column) })),
  }))
  return { ...row, ...choices, sheets }
}

function Progress({ row, reload }: { row: DataImport; reload: () => void }) {
  const { rows, done } = row
  async function stop(): Promise<void> {
    await withToast(async () => {
      await mutate(StopImport, { id: row.id })
      return t('STOPPED')
    })
    reload()
  }
  return (
    <Section title={row.fileName ?? common('more.moving')}>
      <div class="moving-progress">
        <p role="status">{t(row.state, { done, rows })}</p>
        {row.state === 'RUNNING' && <progress max={rows} value={done} aria-label={common('more.moving')} />}
      </div>
      <button type="button" class="row-button destructive" onClick={() => void stop()}>
        {t('stop')}
      </button>
    </Section>
  )
}

function Counts({ row }: { row: DataImport }) {
  const counts = { new: row.newRows, known: row.knownRows, changed: row.changedRows, same: row.sameRows, refused: row.refusedRows }
  return (
    <dl class="facts">
      <div>
        <dt>{t('rows')}</dt>
        <dd>{row.done}</dd>
      </div>
      {(Object.keys(counts) as (keyof typeof counts)[])
        .filter((kind) => counts[kind] > 0)
        .map((kind) => (
          <div key={kind}>
            <dt>{t(kind)}</dt>
            <dd>{counts[kind]}</dd>
          </div>
        ))}
      <Sum title={t('agreed')} of={row.agreed} />
      <Sum title={t('paid')} of={row.paid} />
    </dl>
  )
}

/** The highest amount is the one that was most likely read wrong. */
function Sum({ title, of }: { title: string; of: DataImport['agreed'] }) {
  if (!of) return null
  const { rows, total, highest, sheet, line } = of
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {t('sum', { total: money(total), rows })}
        <br />
        {t(sheet ? 'highest.sheet' : 'highest', { amount: money(highest), sheet, line })}
      </dd>
    </div>
  )
}

function Refused({ row }: { row: DataImport }) {
  if (row.refusedRows === 0) return null
  return (
    <Section title={t('why')} note={t('download.note')}>
      <dl class="facts">
        {row.refused.map(({ sheet, line, reason }) => (
          <div key={`${sheet} ${line}`}>
            <dt>{sheet ? t('line.sheet', { sheet, line }) : t('line', { line })}</dt>
            <dd>{reason}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="row-button" onClick={() => void download(row.id)}>
        <Icon name="download" />
        <span>{t('download')}</span>
      </button>
    </Section>
  )
}

async function download(id: string): Promise<void> {
  await withToast(async () => {
    const { url, name } = given((await mutate(ExportRefusedRows, { id, language: wordsOfLanguage() })).exportRefusedRows)
    telegram.download(url, name)
    return t('started')
  })
}

