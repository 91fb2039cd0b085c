import './settings.css'
import { mutate } from '../../api/client'
import { useQuery } from '../../api/query'
import { Header } from '../../components/header'
import { Section } from '../../components/section'
import { shopWord } from '../../components/shop-words'
import { Failure, Skeleton } from '../../components/states'
import { CategoriesQuery, UpdateCategory } from '../../graphql/settings'
import { t as common } from '../../locale'
import { t } from '../../locale/settings'
import { Words } from './words'

/** The shop's own kinds of work, in their order. */
export function CategoriesScreen() {
  const { data, problem, reload } = useQuery(CategoriesQuery, {})
  return (
    <>
      <Header title={t('categories')} back={{ screen: 'settings' }} />
      <p class="lead">{t('categories.text')}</p>
      {data ? (
        <Section>
          <Words
            words={data.categories}
            to={(id) => ({ screen: 'settings-category', id })}
            name={shopWord}
            facts={({ category }) => common(`category.${category}`)}
            add={t('category.new')}
            place={(id, place) => mutate(UpdateCategory, { data: { id, place } })}
            moved={reload}
          />
        </Section>
      ) : problem ? (
        <Failure problem={problem} retry={reload} />
      ) : (
        <Skeleton rows={4} />
      )}
    </>
  )
}
