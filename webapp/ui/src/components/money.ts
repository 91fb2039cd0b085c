import { config } from '../config'
import { moneyInWords } from '../domain/money'
import { language } from '../locale'

/** "7 400 ₽", in hundredths; in the shop's currency unless it is said. */
export function money(amount: number, currency = config.value.currency): string {
  return moneyInWords(amount, currency, language.value)
}
