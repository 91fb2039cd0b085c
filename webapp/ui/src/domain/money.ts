/** Money is whole hundredths of a currency, never a fraction. */
import type { Language } from '../locale'

/** What the API takes of one amount, and of all together. */
export const mostMoney = 2_000_000_000

const signs: Record<string, string> = { RUB: '₽', USD: '$', EUR: '€', GBP: '£', KZT: '₸', UAH: '₴', GEL: '₾', AMD: '֏', TRY: '₺' }
const space = '\u00a0'
const minusSign = '−'

/** "7 400 ₽", "₽7,400.50": hundredths only where there are some, and the spaces do not break. As the bot writes it. */
export function moneyInWords(amount: number, currency: string, language: Language): string {
  const sign = signs[currency] ?? currency
  const minus = amount < 0 ? minusSign : ''
  const { whole, part } = partsOf(amount)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : space)
  const written = part === '00' ? grouped : `${grouped}${decimalOf(language)}${part}`
  if (language !== 'en') return `${minus}${written}${space}${sign}`
  return currency in signs ? `${minus}${sign}${written}` : `${minus}${sign}${space}${written}`
}

/** As a field has it: "7400", "7400,50". */
export function moneyTyped(amount: number, language: Language): string {
  const { whole, part } = partsOf(amount)
  return `${amount < 0 ? minusSign : ''}${whole}${part === '00' ? '' : `${decimalOf(language)}${part}`}`
}

/** Reads what people type: 7400, 7 400,50, 7400.50, 7,400.50, 7 400 ₽, −500, 500−. Null is no amount, or one too large. */
export function moneyFrom(typed: string): number | null {
  const bare = typed.replace(/[\s₽$€£₸₴₾֏₺]|руб\.?|р\.$/gu, '').replace(/[−–]/, '-').replace(/^([^-]+)-$/, '-$1')
  const [, minus = '', whole = '', part = ''] = /^(-?)(\d{1,12}|\d{1,3}(?:,\d{3})+(?=\.|$))(?:[.,](\d{1,2}))?$/.exec(bare) ?? []
  if (whole === '') return null
  const amount = Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'))
  if (amount > mostMoney) return null
  return minus && amount > 0 ? -amount : amount
}

function partsOf(amount: number): { whole: string; part: string } {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return { whole: digits.slice(0, -2), part: digits.slice(-2) }
}

function decimalOf(language: Language): string {
  return language === 'en' ? '.' : ','
}
