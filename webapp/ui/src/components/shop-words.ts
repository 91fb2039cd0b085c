import { useQuery } from '../api/query'
import { ShopWordsQuery } from '../graphql/tasks'
import { language } from '../locale'

/** What the shop calls a stage, or a category of its own. */
export interface ShopWordName {
  id: string
  nameRu: string
  nameEn: string
}

export function shopWord({ nameRu, nameEn }: ShopWordName): string {
  return language.value === 'en' ? nameEn : nameRu
}

/** The shop's stages and categories, those that were removed as well. */
export function useShopWords() {
  const { data } = useQuery(ShopWordsQuery, {})
  return { stages: data?.stages ?? [], categories: data?.categories ?? [] }
}
