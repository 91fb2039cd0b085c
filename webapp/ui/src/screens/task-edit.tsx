import { useState } from 'preact/hooks'
import { mutate } from '../api/client'
import { inWords } from '../api/problem'
import { useQuery } from '../api/query'
import { Choice } from '../components/choice'
import { Field } from '../components/field'
import { FormError } from '../components/form-error'
import { Header } from '../components/header'
import { MainButton } from '../components/main-button'
import { Section } from '../components/section'
import { Failure, Skeleton } from '../components/states'
import { categories, statuses } from '../domain/status'
import { TaskQuery, UpdateTask } from '../graphql/documents'
import type { Task } from '../graphql/types'
import { t } from '../locale'
import { leaveFor, parent, type Route } from '../router'
import { telegram } from '../telegram'
import { toast } from '../toasts'
import { useSubmit } from '../use-submit'
import { useUnsaved } from '../use-unsaved'

type EditRoute = Extract<Route, { screen: 'task' | 'task-edit' }>

export function TaskEditScreen({ at }: { at: EditRoute }) {
  const { data, problem, reload } = useQuery(TaskQuery, { id: at.id })
  return (
    <>
      <Header title={t('task.edit', { id: at.id })} back={parent(at)} />
      {data?.taskById ? (
        <Form task={data.taskById} at={at} />
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

function Form({ task, at }: { task: Task; at: EditRoute }) {
  // What the form was opened with: a newer answer must not overwrite what is being typed.
  const [before] = useState(task)
  const [status, setStatus] = useState(before.status ?? 'ACCEPTED')
  const [category, setCategory] = useState(before.category ?? 'OTHER')
  const [description, setDescription] = useState(before.description ?? '')

  useUnsaved(status !== before.status || category !== before.category || description !== (before.description ?? ''))
  const { busy, problem, submit } = useSubmit(async () => {
    await mutate(UpdateTask, { taskData: { id: task.id, status, category, description } })
    telegram.haptic('success')
    toast(t('task.saved', { id: task.id }))
    leaveFor({ ...at, screen: 'task' })
  })

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Section title={t('task.status')}>
        <Choice
          look="steps"
          label={t('task.status')}
          options={statuses}
          chosen={status}
          text={(status) => t(`status.${status}`)}
          onChoose={setStatus}
        />
      </Section>
      <Section title={t('task.category')}>
        <Choice
          look="chips"
          label={t('task.category')}
          options={categories}
          chosen={category}
          text={(category) => t(`category.${category}`)}
          onChoose={setCategory}
        />
      </Section>
      <Section>
        <Field
          multiline
          label={t('task.description')}
          placeholder={t('taskForm.description.hint')}
          value={description}
          onInput={setDescription}
          error={problem?.field === 'description' ? inWords(problem) : undefined}
        />
      </Section>
      <FormError text={problem && problem.field !== 'description' ? inWords(problem) : undefined} />
      <MainButton text={t('action.save')} busy={busy} />
    </form>
  )
}
