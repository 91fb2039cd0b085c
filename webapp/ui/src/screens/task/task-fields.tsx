import type { ComponentChildren } from 'preact'
import { Choice } from '../../components/choice'
import { Field } from '../../components/field'
import { FormError } from '../../components/form-error'
import { MainButton } from '../../components/main-button'
import { Section } from '../../components/section'
import { categories } from '../../domain/status'
import type { Category } from '../../graphql/types'
import { t } from '../../locale/cards'
import type { FormState } from '../../use-form'

type TaskForm = FormState<{ category: Category; description: string }>

interface Properties {
  form: Pick<TaskForm, 'choice' | 'field' | 'failure' | 'busy'>
  button: string
  /** What stands between the kind of work and the words. */
  children?: ComponentChildren
}

/** How the forms of a new and of a known task end: what is to be done. */
export function TaskFields({ form, button, children }: Properties) {
  return (
    <>
      <Section title={t('task.category')}>
        <Choice
          look="chips"
          label={t('task.category')}
          options={categories}
          text={(category) => t(`category.${category}`)}
          {...form.choice('category')}
        />
      </Section>
      {children}
      <Section>
        <Field
          multiline
          label={t('task.description')}
          placeholder={t('taskForm.description.hint')}
          {...form.field('description')}
        />
      </Section>
      <FormError text={form.failure} />
      <MainButton text={button} busy={form.busy} />
    </>
  )
}
