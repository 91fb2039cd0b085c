import './settings.css'
import { mutate } from '../../api/client'
import { useQuery } from '../../api/query'
import { CheckRow } from '../../components/check-row'
import { Form } from '../../components/form'
import { FormError } from '../../components/form-error'
import { Header } from '../../components/header'
import { MainButton } from '../../components/main-button'
import { Restored } from '../../components/restored'
import { Section } from '../../components/section'
import { shopWord } from '../../components/shop-words'
import { Failure, Notice, Skeleton } from '../../components/states'
import { CreateStage, DeleteStage, StagesQuery, UpdateStage, type Stage } from '../../graphql/settings'
import type { Status } from '../../graphql/types'
import { t as common } from '../../locale'
import { t } from '../../locale/settings'
import { leaveFor } from '../../router'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { useForm, type FormErrors, type FormState } from '../../use-form'
import { missingName, NameFields } from './names'
import { Removal } from './removal'
import { faultsOf, WordingField } from './wording'

/** A step of the shop's own, new or known. */
export function StageScreen({ at: { id, status } }: { at: { id: string; status: Status } }) {
  const { data, problem, reload } = useQuery(StagesQuery, {})
  const stage = data?.stages.find((stage) => stage.id === id)
  const within = stage?.status ?? status
  return (
    <>
      <Header title={t(id ? 'stage' : 'stage.new')} subtitle={common(`status.${within}`)} back={{ screen: 'settings-stages' }} />
      {data && (stage || !id) ? (
        <StageForm key={stage?.id} stage={stage} status={within} others={data.stages.filter((other) => other.status === within && other.id !== id)} />
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : data ? (
        <Notice icon="search" title={common('tasks.nothing.title')} text={t('stage.notFound')} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

type Content = Record<'nameRu' | 'nameEn' | 'textRu' | 'textEn', string> & { told: readonly string[] }

interface Properties {
  stage: Stage | undefined
  status: Status
  others: Stage[]
}

function StageForm({ stage, status, others }: Properties) {
  const form: FormState<Content> = useForm<Content>({
    initial: {
      nameRu: stage?.nameRu ?? '',
      nameEn: stage?.nameEn ?? '',
      textRu: stage?.textRu ?? '',
      textEn: stage?.textEn ?? '',
      told: stage?.told ? ['yes'] : [],
    },
    draft: `settings-stage.${stage?.id ?? status}`,
    validate: (values) => ({ ...missingName(values), ...faultsOf(values) }),
    explain: ({ code, field }): FormErrors =>
      code === 'INVALID' && (field.startsWith('name') || field.startsWith('text')) ? { [field]: t('tooLong') } : {},
    async send({ told, ...texts }) {
      const data = { ...texts, told: told.length > 0 }
      await (stage ? mutate(UpdateStage, { data: { id: stage.id, ...data } }) : mutate(CreateStage, { data: { status, ...data } }))
      telegram.haptic('success')
      toast(t('stage.saved'))
      leaveFor({ screen: 'settings-stages' })
    },
  })
  const { nameRu, nameEn, told } = form.values
  return (
    <Form submit={form.submit}>
      <Restored form={form} />
      <NameFields form={form} first={!stage} />
      <Section note={told.length > 0 ? t('stage.text.note') : undefined}>
        <CheckRow
          text={t('stage.told')}
          hint={t('stage.told.hint')}
          checked={told.length > 0}
          onChange={(told) => form.change({ told: told ? ['yes'] : [] })}
        />
      </Section>
      {told.length > 0 && (
        <>
          <WordingField language="ru" status={status} stageName={nameRu || nameEn} {...form.field('textRu')} />
          <WordingField language="en" status={status} stageName={nameEn || nameRu} {...form.field('textEn')} />
        </>
      )}
      <FormError text={form.failure} />
      {(form.changed || !stage) && <MainButton text={common('action.save')} busy={form.busy} />}
      {stage && (
        <Removal
          text={t('stage.remove')}
          name={shopWord(stage)}
          others={others}
          none={t('stage.none')}
          remove={(successorId) => mutate(DeleteStage, { id: stage.id, successorId })}
          removed={() => leaveFor({ screen: 'settings-stages' })}
        />
      )}
    </Form>
  )
}
