/** The longest description, note or comment that the API takes, in characters. */
export const longestText = 10_000

/** Characters, as the API counts them. */
export function lengthOf(text: string): number {
  return [...text.trim()].length
}
