import type { Item } from '../graphql/types'

/** How people call it: "наушники Sony WH-1000XM4"; "" when nobody said. */
export function itemName(item: Pick<Item, 'kind' | 'maker' | 'model'> | null | undefined): string {
  return [item?.kind, item?.maker, item?.model].filter(Boolean).join(' ')
}
