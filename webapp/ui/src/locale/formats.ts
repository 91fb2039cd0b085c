/**
 * Browsers take about a millisecond to make a formatter, ten on a slow phone, and a list of tasks asks
 * for hundreds: each one is made once.
 */
export const dateFormat = kept((language, options: Intl.DateTimeFormatOptions = {}) => new Intl.DateTimeFormat(language, options))
const numberFormat = kept((language) => new Intl.NumberFormat(language))
export const pluralRules = kept((language) => new Intl.PluralRules(language))

/** "1 234". A browser's first one takes it 30 ms, so small numbers, which need no separators, do without. */
export function inDigits(language: string, number: number): string {
  return Number.isInteger(number) && Math.abs(number) < 1000 ? String(number) : numberFormat(language).format(number)
}

function kept<Format>(make: (language: string, options?: Intl.DateTimeFormatOptions) => Format): typeof make {
  const made = new Map<string, Format>()
  return (language, options) => {
    const key = `${language} ${JSON.stringify(options)}`
    let format = made.get(key)
    if (!format) made.set(key, (format = make(language, options)))
    return format
  }
}
