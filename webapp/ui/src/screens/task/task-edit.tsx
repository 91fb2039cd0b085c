import { useEffect, useRef, useState } from 'preact/hooks'
import { mutate, withIdempotencyKey } from '../../api/client'
import { Problem } from '../../api/problem'
import { useQuery } from '../../api/query'
import { Choice } from '../../components/choice'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { FormError } from '../../components/form-error'
import { Header } from '../../components/header'
import { ItemFields, itemFields } from '../../components/item-fields'
import { KindOfWork, kindInput, type Kind } from '../../components/kind-of-work'
import { MainButton } from '../../components/main-button'
import { promiseInWords } from '../../components/promise'
import { PromiseChoice } from '../../components/promise-choice'
import { Restored } from '../../components/restored'
import { Section } from '../../components/section'
import { shopWord, useShopWords } from '../../components/shop-words'
import { Failure, GoneMeanwhile, Skeleton } from '../../components/states'
import { config } from '../../config'
import { itemName } from '../../domain/item'
import { longestText } from '../../domain/limits'
import { memberName } from '../../domain/member'
import { promiseOf } from '../../domain/promise'
import { statuses } from '../../domain/status'
import { StaffQuery, TaskQuery, UpdateTask } from '../../graphql/tasks'
import type { Status, TaskDetails, User } from '../../graphql/types'
import { t } from '../../locale/cards'
import { leaveFor, parent, type TaskRoute } from '../../router'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { explainAt, useForm } from '../../use-form'
import { useLast } from '../../use-last'

export function TaskEditScreen({ at }: { at: TaskRoute }) {
  const { data, problem, reload } = useQuery(TaskQuery, { id: at.id })
  const task = useLast(data?.taskById)
  return (
    <>
      <Header title={t('task.edit', { id: at.id })} back={parent(at)} />
      {task ? (
        <TaskForm task={task} gone={problem?.code === 'NOT_FOUND'} at={at} reload={reload} />
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

function TaskForm({ task, gone, at, reload }: { task: TaskDetails; gone: boolean; at: TaskRoute; reload: () => void }) {
  // What the form was opened with: a newer answer must not overwrite what is being typed.
  const [before, setBefore] = useState(() => contentOf(task))
  const form = useForm({
    initial: before,
    draft: `task ${task.id}`,
    explain: explainAt(inputs),
    async send(values, attempt) {
      const { version, status, stage, work, employee, description, promised, warrantyUntil, warrantyOf } = values
      try {
        const taskData = {
          ...{ id: task.id, version: Number(version), status, employeeId: employee, description, promisedTime: promised },
          ...kindInput(work),
          stageId: stagesOf(status).some(({ id }) => id === stage) ? stage : '',
          item: Object.fromEntries(itemFields.map((name) => [name, values[name]])),
          // Said only where it changes: a task that is closed gets the usual warranty.
          ...(warrantyUntil !== before.warrantyUntil && { warrantyUntil: warrantyUntil || null }),
          warrantyOfId: warrantyOf.trim(),
        }
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
  const { stages } = useShopWords()
  const stagesOf = (status: Status) => stages.filter((one) => one.status === status && (!one.removed || one.id === task.stage?.id))
  const here = stagesOf(form.values.status)
  const staff = useQuery(StaffQuery, {}).data?.staff?.filter(({ id, active }) => active || id === employee) ?? []
  const theirs = contentOf(task)
  const takeTheirs = () => {
    setBefore(theirs)
    form.change(theirs)
  }

  return (
    <Form submit={form.submit}>
      {gone && <GoneMeanwhile />}
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
        {here.length > 0 && (
          <Choice
            look="chips"
            label={t('task.stage')}
            options={['', ...here.map(({ id }) => id)]}
            text={(id) => (id === '' ? t('task.noStage') : shopWord(here.find((one) => one.id === id)!))}
            {...form.choice('stage')}
          />
        )}
      </Section>
      <Section note={t('task.description.hint')}>
        <Field
          multiline
          longest={longestText}
          label={t('task.description')}
          placeholder={t('taskForm.description.hint')}
          {...form.field('description')}
        />
      </Section>
      <Section title={t('promised')}>
        <PromiseChoice
          promise={form.values.promised}
          error={form.errors.promised}
          onChoose={(promised) => form.change({ promised })}
        />
      </Section>
      <Section title={t('item.brought')}>
        <ItemFields form={form} taskId={task.id} />
      </Section>
      <Section title={t('task.category')}>
        <KindOfWork chosen={form.values.work} onChoose={(work) => form.change({ work })} />
      </Section>
      <Section title={t('task.employee')}>
        <Choice
          look="chips"
          label={t('task.employee')}
          options={['', ...staff.map(({ id }) => id)]}
          text={(id) => nameOf(staff.find((member) => member.id === id))}
          {...form.choice('employee')}
        />
      </Section>
      <Section title={t('task.warranty')} note={t('warranty.until.hint')}>
        <Field type="date" label={t('warranty.until')} {...form.field('warrantyUntil')} />
        <Field inputMode="numeric" autocomplete="off" label={t('warranty.of')} {...form.field('warrantyOf')} />
      </Section>
      <FormError text={form.failure} />
      <MainButton text={t('action.save')} busy={form.busy} />
    </Form>
  )
}

/** The API's names of the fields. */
const inputs = {
  ...{ version: 'version', description: 'description', promisedTime: 'promised' },
  ...{ warrantyUntil: 'warrantyUntil', warrantyOfId: 'warrantyOf' },
  ...Object.fromEntries(itemFields.map((name) => [`item.${name}`, name])),
}

function contentOf(task: TaskDetails) {
  const { version, status, category, shopCategory, stage, employee, description, item, promisedTime, warrantyUntil, warrantyOf } = task
  const { timezone } = config.value
  const { kind, maker, model, serial, condition, includes } = item ?? {}
  return {
    version: String(version),
    status: status ?? ('ACCEPTED' as Status),
    stage: stage?.id ?? '',
    work: (shopCategory?.id ?? category ?? 'OTHER') as Kind,
    employee: employee?.id ?? '',
    description: description ?? '',
    promised: promiseOf(promisedTime, timezone),
    warrantyUntil: promiseOf(warrantyUntil, timezone),
    warrantyOf: warrantyOf?.id ?? '',
    ...{ kind: kind ?? '', maker: maker ?? '', model: model ?? '', serial: serial ?? '', condition: condition ?? '', includes: includes ?? '' },
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
          theirs.stage && shopWord(theirs.stage),
          theirs.shopCategory ? shopWord(theirs.shopCategory) : t(`category.${theirs.category ?? 'OTHER'}`),
          theirs.promisedTime && t('promise.until', { day: promiseInWords(promiseOf(theirs.promisedTime, config.value.timezone)) }),
          itemName(theirs.item),
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
