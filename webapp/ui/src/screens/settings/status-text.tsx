import { useEffect, useState } from 'preact/hooks'
import { mutate } from '../../api/client'
import { useQuery } from '../../api/query'
import { Form } from '../../components/form'
import { FormError } from '../../components/form-error'
import { Header } from '../../components/header'
import { MainButton } from '../../components/main-button'
import { Restored } from '../../components/restored'
import { Section } from '../../components/section'
import { Failure, Skeleton } from '../../components/states'
import { SettingsQuery, UpdateSettings, type Settings } from '../../graphql/settings'
import type { Status } from '../../graphql/types'
import { t as common } from '../../locale'
import { t } from '../../locale/settings'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { useForm, type FormErrors, type FormState } from '../../use-form'
import { faultsOf, WordingField } from './wording'
import './settings.css'

/** What customers read when a task comes to a status. */
export function StatusTextScreen({ at: { status } }: { at: { status: Status } }) {
  const { data, problem, reload } = useQuery(SettingsQuery, {})
  return (
    <>
      <Header title={common(`status.${status}`)} subtitle={t('texts')} back={{ screen: 'settings' }} />
      {data ? (
        <TextForm status={status} settings={data.settings} reload={reload} />
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

type Content = Record<'textRu' | 'textEn', string>

function TextForm({ status, settings, reload }: { status: Status; settings: Settings; reload: () => void }) {
  const usual = textsOf(settings.usualTexts, status)
  const own = textsOf(settings.texts, status)
  const told: Content = { textRu: own.textRu || usual.textRu, textEn: own.textEn || usual.textEn }
  const [before, setBefore] = useState(told)
  const form: FormState<Content> = useForm<Content>({
    initial: before,
    draft: `settings-text.${status}`,
    validate: faultsOf,
    explain: ({ code, field }): FormErrors => {
      if (code === 'CONFLICT') return { nonFieldErrors: t('conflict') }
      return code === 'INVALID' && field.startsWith('text') ? { [field]: t('tooLong') } : {}
    },
    async send(values) {
      // The usual text is none of the shop's own: it follows the program.
      const text = (name: keyof Content) => (values[name].trim() === usual[name] ? '' : values[name])
      const texts = [{ status, textRu: text('textRu'), textEn: text('textEn') }]
      await mutate(UpdateSettings, { data: { version: settings.version, texts } })
      const saved = { textRu: values.textRu.trim() || usual.textRu, textEn: values.textEn.trim() || usual.textEn }
      setBefore(saved)
      form.change(saved)
      telegram.haptic('success')
      toast(t('text.saved'))
    },
  })
  useEffect(() => {
    if (form.problem?.code === 'CONFLICT') reload()
  }, [form.problem])
  const isUsual = form.values.textRu === usual.textRu && form.values.textEn === usual.textEn
  return (
    <Form submit={form.submit}>
      <Restored form={form} />
      <p class="lead">{t('text.note')}</p>
      <WordingField language="ru" status={status} usual={usual.textRu} {...form.field('textRu')} />
      <WordingField language="en" status={status} usual={usual.textEn} {...form.field('textEn')} />
      <FormError text={form.failure} />
      {!isUsual && (
        <Section>
          <button type="button" class="row-button" onClick={() => form.change(usual)}>
            {t('text.usual')}
          </button>
        </Section>
      )}
      {form.changed && <MainButton text={common('action.save')} busy={form.busy} />}
    </Form>
  )
}

function textsOf(texts: Settings['texts'], status: Status): Content {
  const found = texts.find((text) => text.status === status)
  return { textRu: found?.textRu ?? '', textEn: found?.textEn ?? '' }
}
