import './settings.css'
import { mutate } from '../../api/client'
import { useQuery } from '../../api/query'
import { Choice } from '../../components/choice'
import { Form } from '../../components/form'
import { FormError } from '../../components/form-error'
import { Header } from '../../components/header'
import { MainButton } from '../../components/main-button'
import { Restored } from '../../components/restored'
import { Section } from '../../components/section'
import { shopWord } from '../../components/shop-words'
import { Failure, Notice, Skeleton } from '../../components/states'
import { categories } from '../../domain/status'
import { CategoriesQuery, CreateCategory, DeleteCategory, UpdateCategory, type ShopCategory } from '../../graphql/settings'
import type { Category } from '../../graphql/types'
import { t as common } from '../../locale'
import { t } from '../../locale/settings'
import { leaveFor } from '../../router'
import { telegram } from '../../telegram'
import { toast } from '../../toasts'
import { useForm, type FormErrors, type FormState } from '../../use-form'
import { missingName, NameFields } from './names'
import { Removal } from './removal'

/** A kind of work of the shop's own, new or known. */
export function CategoryScreen({ at: { id } }: { at: { id: string } }) {
  const { data, problem, reload } = useQuery(CategoriesQuery, {})
  const known = data?.categories.find((category) => category.id === id)
  return (
    <>
      <Header
        title={t(id ? 'category' : 'category.new')}
        subtitle={known && common(`category.${known.category}`)}
        back={{ screen: 'settings-categories' }}
      />
      {data && (known || !id) ? (
        <CategoryForm key={known?.id} known={known} all={data.categories} />
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : data ? (
        <Notice icon="search" title={common('tasks.nothing.title')} text={t('category.notFound')} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}

type Content = Record<'nameRu' | 'nameEn', string> & { category: Category }

function CategoryForm({ known, all }: { known: ShopCategory | undefined; all: ShopCategory[] }) {
  const form: FormState<Content> = useForm<Content>({
    initial: { nameRu: known?.nameRu ?? '', nameEn: known?.nameEn ?? '', category: known?.category ?? 'REPAIR' },
    draft: `settings-category.${known?.id ?? 'new'}`,
    validate: missingName,
    explain: ({ code, field }): FormErrors => (code === 'INVALID' && field.startsWith('name') ? { [field]: t('tooLong') } : {}),
    async send({ category, ...names }) {
      await (known ? mutate(UpdateCategory, { data: { id: known.id, ...names } }) : mutate(CreateCategory, { data: { category, ...names } }))
      telegram.haptic('success')
      toast(t('category.saved'))
      leaveFor({ screen: 'settings-categories' })
    },
  })
  return (
    <Form submit={form.submit}>
      <Restored form={form} />
      <NameFields form={form} first={!known} />
      {!known && (
        <Section title={t('category.of')} note={t('category.of.note')}>
          <Choice
            look="chips"
            label={t('category.of')}
            options={categories}
            text={(category) => common(`category.${category}`)}
            {...form.choice('category')}
          />
        </Section>
      )}
      <FormError text={form.failure} />
      {(form.changed || !known) && <MainButton text={common('action.save')} busy={form.busy} />}
      {known && (
        <Removal
          text={t('category.remove')}
          name={shopWord(known)}
          others={all.filter(({ id, category }) => category === known.category && id !== known.id)}
          none={t('category.none')}
          remove={(successorId) => mutate(DeleteCategory, { id: known.id, successorId })}
          removed={() => leaveFor({ screen: 'settings-categories' })}
        />
      )}
    </Form>
  )
}
