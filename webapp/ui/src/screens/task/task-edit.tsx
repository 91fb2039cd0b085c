import { useEffect, useRef, useState } from 'preact/hooks'
import { mutate, withIdempotencyKey } from '../../api/client'
import { inWords, Problem } from '../../api/problem'
import { useQuery } from '../../api/query'
import { Choice } from '../../components/choice'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { FormError } from '../../components/form-error'
import { Header } from '../../components/header'
import { MainButton } from '../../components/main-button'
import { Restored } from '../../components/restored'
import { Section } from '../../components/section'
import { Failure, Skeleton } from '../../components/states'
import { memberName } from '../../domain/member'
import { categories, statuses } from '../../domain/status'
import { StaffQuery, TaskQuery, UpdateTask } from '../../graphql/tasks'
import type { Category, Status, TaskDetails, User } from '../../graphql/types'
import { t } from '../../locale/cards'
import { leaveFor, parent, type Route } from '../../router'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { useDraft } from '../../use-draft'
import { useLast } from '../../use-last'
import { useSubmit } from '../../use-submit'

type EditRoute = Extract<Route, { screen: 'task' | 'task-edit' }>

export function TaskEditScreen({ at }: { at: EditRoute }) {
  const { data, problem, reload } = useQuery(TaskQuery, { id: at.id })
  const task = useLast(data?.taskById)
  return (
    <>
      <Header title={t('task.edit', { id: at.id })} back={parent(at)} />
      {task ? (
        <TaskForm task={task} at={at} reload={reload} />
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

function TaskForm({ task, at, reload }: { task: TaskDetails; at: EditRoute; reload: () => void }) {
  // What the form was opened with: a newer answer must not overwrite what is being typed.
  const [before, setBefore] = useState(() => contentOf(task))
  const draft = useDraft(`task ${task.id}`, before)
  const { version, status, category, employee, description } = draft.content
  const staff = useQuery(StaffQuery, {}).data?.staff?.filter(({ id, active }) => active || id === employee) ?? []

  const { busy, problem, submit } = useSubmit(async () => {
    try {
      const taskData = { id: task.id, version: Number(version), status, category, employeeId: employee, description }
      await mutate(UpdateTask, { taskData }, withIdempotencyKey(draft.attempt))
    } catch (error) {
      if (error instanceof Problem && error.field === 'version') reload()
      throw error
    }
    telegram.haptic('success')
    toast(t('task.saved', { id: task.id }))
    leaveFor({ ...at, screen: 'task' })
  })
  const theirs = contentOf(task)
  const takeTheirs = () => {
    setBefore(theirs)
    draft.change(theirs)
  }
  const about = problem?.field === 'version' ? undefined : problem

  return (
    <Form submit={submit}>
      <Restored draft={draft} />
      {version !== theirs.version && (
        <Meanwhile
          theirs={task}
          refused={problem?.field === 'version'}
          onTake={takeTheirs}
          onKeep={() => draft.change({ version: theirs.version })}
        />
      )}
      <Section title={t('task.status')}>
        <Choice
          look="steps"
          label={t('task.status')}
          options={statuses}
          chosen={status}
          text={(status) => t(`status.${status}`)}
          onChoose={(status) => draft.change({ status })}
        />
      </Section>
      <Section title={t('task.category')}>
        <Choice
          look="chips"
          label={t('task.category')}
          options={categories}
          chosen={category}
          text={(category) => t(`category.${category}`)}
          onChoose={(category) => draft.change({ category })}
        />
      </Section>
      <Section title={t('task.employee')}>
        <Choice
          look="chips"
          label={t('task.employee')}
          options={['', ...staff.map(({ id }) => id)]}
          chosen={employee}
          text={(id) => nameOf(staff.find((member) => member.id === id))}
          onChoose={(employee) => draft.change({ employee })}
        />
      </Section>
      <Section>
        <Field
          multiline
          label={t('task.description')}
          placeholder={t('taskForm.description.hint')}
          value={description}
          onInput={(description) => draft.change({ description })}
          error={about?.field === 'description' ? inWords(about) : undefined}
        />
      </Section>
      <FormError text={about && about.field !== 'description' ? inWords(about) : undefined} />
      <MainButton text={t('action.save')} busy={busy} />
    </Form>
  )
}

function contentOf({ version, status, category, employee, description }: TaskDetails) {
  return {
    version: String(version),
    status: status ?? ('ACCEPTED' as Status),
    category: category ?? ('OTHER' as Category),
    employee: employee?.id ?? '',
    description: description ?? '',
  }
}

interface MeanwhileProperties {
  theirs: TaskDetails
  /** Whether the person has tried to save since. */
  refused: boolean
  onTake: () => void
  onKeep: () => void
}

/** Somebody else has saved the task since the form was opened: the person sees how, and chooses. */
function Meanwhile({ theirs, refused, onTake, onKeep }: MeanwhileProperties) {
  const element = useRef<HTMLDivElement>(null)
  // It is above the form, and who has pressed "save" may be at its end. Who is still typing is left alone.
  useEffect(() => {
    if (refused) element.current?.scrollIntoView({ block: 'center' })
  }, [refused])
  return (
    <div ref={element} class="meanwhile card" role="alert">
      <p>{t('conflict.text')}</p>
      <p class="quiet">
        {[
          t(`status.${theirs.status ?? 'ACCEPTED'}`),
          t(`category.${theirs.category ?? 'OTHER'}`),
          nameOf(theirs.employee),
          theirs.description,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <button type="button" class="row-button" onClick={onKeep}>
        {t('conflict.keep')}
      </button>
      <button type="button" class="row-button" onClick={onTake}>
        {t('conflict.take')}
      </button>
    </div>
  )
}

function nameOf(member: User | null | undefined): string {
  return member ? memberName(member) : t('task.noEmployee')
}
