/** The API lists by ascending id. */
export function newestFirst<Item>(items: readonly Item[]): Item[] {
  return [...items].reverse()
}
