import { useEffect, useRef, useState } from 'preact/hooks'
import { mutate, withIdempotencyKey } from '../../api/client'
import { Problem } from '../../api/problem'
import { useQuery } from '../../api/query'
import { Choice } from '../../components/choice'
import { Form } from '../../components/form'
import { Header } from '../../components/header'
import { Restored } from '../../components/restored'
import { Section } from '../../components/section'
import { Failure, Skeleton } from '../../components/states'
import { memberName } from '../../domain/member'
import { statuses } from '../../domain/status'
import { StaffQuery, TaskQuery, UpdateTask } from '../../graphql/tasks'
import type { Category, Status, TaskDetails, User } from '../../graphql/types'
import { t } from '../../locale/cards'
import { leaveFor, parent, type Route } from '../../router'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { explainAt, useForm } from '../../use-form'
import { useLast } from '../../use-last'
import { TaskFields } from './task-fields'

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
  const form = useForm({
    initial: before,
    draft: `task ${task.id}`,
    explain: explainAt({ version: 'version', description: 'description' }),
    async send({ version, status, category, employee, description }, attempt) {
      try {
        const taskData = { id: task.id, version: Number(version), status, category, employeeId: employee, description }
        await mutate(UpdateTask, { taskData }, withIdempotencyKey(attempt))
      } catch (error) {
        if (error instanceof Problem && error.field === 'version') reload()
        throw error
      }
      telegram.haptic('success')
      toast(t('task.saved', { id: task.id }))
      leaveFor({ ...at, screen: 'task' })
    },
  })
  const { version, employee } = form.values
  const staff = useQuery(StaffQuery, {}).data?.staff?.filter(({ id, active }) => active || id === employee) ?? []
  const theirs = contentOf(task)
  const takeTheirs = () => {
    setBefore(theirs)
    form.change(theirs)
  }

  return (
    <Form submit={form.submit}>
      <Restored form={form} />
      {version !== theirs.version && (
        <Meanwhile
          theirs={task}
          refused={form.errors.version !== undefined}
          onTake={takeTheirs}
          onKeep={() => form.change({ version: theirs.version })}
        />
      )}
      <Section title={t('task.status')}>
        <Choice
          look="steps"
          label={t('task.status')}
          options={statuses}
          text={(status) => t(`status.${status}`)}
          {...form.choice('status')}
        />
      </Section>
      <TaskFields form={form} button={t('action.save')}>
        <Section title={t('task.employee')}>
          <Choice
            look="chips"
            label={t('task.employee')}
            options={['', ...staff.map(({ id }) => id)]}
            text={(id) => nameOf(staff.find((member) => member.id === id))}
            {...form.choice('employee')}
          />
        </Section>
      </TaskFields>
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
