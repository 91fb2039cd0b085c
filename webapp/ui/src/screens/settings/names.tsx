import { Field } from '../../components/field'
import { Section } from '../../components/section'
import { t } from '../../locale/settings'
import type { FormErrors, FormState } from '../../use-form'

/** What a stage or a kind of work is called, in both languages. */
export interface Names {
  nameRu: string
  nameEn: string
}

export function NameFields({ form, first }: { form: Pick<FormState<{ nameRu: string; nameEn: string }>, 'field'>; first: boolean }) {
  return (
    <Section>
      <Field label={t('stage.name.ru')} first={first} autocomplete="off" {...form.field('nameRu')} />
      <Field label={t('stage.name.en')} autocomplete="off" hint={t('stage.name.hint')} {...form.field('nameEn')} />
    </Section>
  )
}

/** For `validate`. */
export function missingName({ nameRu, nameEn }: Names): FormErrors {
  return nameRu.trim() || nameEn.trim() ? {} : { nameRu: t('stage.name.missing') }
}
