import { useRef } from 'preact/hooks'
import { useQuery } from '../../api/query'
import { Field } from '../../components/field'
import { Section } from '../../components/section'
import { faultOf, places, type Place } from '../../domain/wording'
import { PreviewQuery } from '../../graphql/settings'
import type { Status } from '../../graphql/types'
import { t } from '../../locale/settings'
import type { FormErrors } from '../../use-form'
import { useDebounced } from './use-debounced'

interface Properties {
  language: 'ru' | 'en'
  status: Status
  /** What the stage is called whose text it is. */
  stageName?: string
  value: string
  onInput: (value: string) => void
  error: string | undefined
  /** What stands in an empty field: the text that is told then. */
  usual?: string
}

/** A text of the shop's own with its places, and what a customer would read of it. */
export function WordingField({ language, status, stageName, value, onInput, error, usual = '' }: Properties) {
  const box = useRef<HTMLDivElement>(null)
  const insert = (place: Place) => {
    const area = box.current!.querySelector('textarea')!
    area.setRangeText(`{${place}}`, area.selectionStart, area.selectionEnd, 'end')
    area.focus()
    onInput(area.value)
  }
  const label = t(`text.${language}`)
  return (
    <Section>
      <div ref={box} lang={language}>
        <Field label={label} multiline placeholder={usual} value={value} onInput={onInput} error={error} />
      </div>
      <div class="settings-places" role="group" aria-label={t('places', { language: label })}>
        {places.map((place) => (
          <button key={place} type="button" class="chip" title={`{${place}}`} onClick={() => insert(place)}>
            {t(`place.${place}`)}
          </button>
        ))}
      </div>
      <Preview language={language} status={status} stageName={stageName} text={value} />
    </Section>
  )
}

interface PreviewProperties {
  language: 'ru' | 'en'
  status: Status
  stageName: string | undefined
  text: string
}

function Preview({ language, status, stageName, text }: PreviewProperties) {
  const debounced = useDebounced(JSON.stringify([text, stageName]))
  const [debouncedText, debouncedName] = JSON.parse(debounced) as [string, string | null]
  // While a text has a fault, the last one without shows.
  const last = useRef('')
  if (faultOf(debouncedText) === null) last.current = debouncedText
  const variables = {
    language: language === 'ru' ? ('RU' as const) : ('EN' as const),
    status,
    text: last.current,
    stageName: debouncedName,
  }
  const preview = useQuery(PreviewQuery, variables, { keep: true }).data?.previewStatusText
  if (!preview) return null
  const { full, least } = preview
  return (
    <div class="settings-preview" role="group" aria-label={`${t('preview')}: ${t(`text.${language}`)}`} lang={language}>
      <span class="hint">{`${t('preview')}. ${t('preview.full')}:`}</span>
      <p class="bubble-text">{full}</p>
      {least !== full && (
        <>
          <span class="hint">{`${t('preview.least')}:`}</span>
          <p class="bubble-text">{least}</p>
        </>
      )}
    </div>
  )
}

/** For `validate`: what is wrong with the texts of both languages. */
export function faultsOf(texts: { textRu: string; textEn: string }): FormErrors {
  const errors: FormErrors = {}
  for (const field of ['textRu', 'textEn'] as const) {
    const fault = faultOf(texts[field])
    if (fault) errors[field] = t(`text.${fault.kind}`, { written: fault.written })
  }
  return errors
}
