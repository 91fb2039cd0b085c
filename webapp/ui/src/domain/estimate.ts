import { moneyFrom, mostMoney } from './money'

/** The lines of an estimate as a form has them, by their places. */
export interface LineValues {
  text: readonly string[]
  quantity: readonly string[]
  price: readonly string[]
}

export interface EstimateLine {
  text: string
  quantity: number
  price: number
}

export const mostLines = 30
const mostOfIt = 10_000

/** What is wrong with a line, by the field: the key of a text. */
export type LineFault = 'text' | 'quantity' | 'price'

/** Whether nothing is typed in a line: such a one is left out. */
export function isBlank({ text, price }: LineValues, place: number): boolean {
  return !text[place]?.trim() && !price[place]?.trim()
}

export function faultsOf(values: LineValues): Map<number, LineFault> {
  const faults = new Map<number, LineFault>()
  values.text.forEach((text, place) => {
    if (isBlank(values, place)) return
    if (!text.trim()) faults.set(place, 'text')
    else if (quantityOf(values, place) === null) faults.set(place, 'quantity')
    else if (moneyFrom(values.price[place] ?? '') === null) faults.set(place, 'price')
  })
  return faults
}

/** The lines as the API takes them; only of values without a fault. */
export function linesFrom(values: LineValues): EstimateLine[] {
  return values.text.flatMap((text, place) =>
    isBlank(values, place) ? [] : { text: text.trim(), quantity: quantityOf(values, place) ?? 1, price: moneyFrom(values.price[place] ?? '') ?? 0 },
  )
}

/** The sum of what is typed so far; null where a part of it cannot be read, and where it is too large or below zero. */
export function totalOf(values: LineValues): number | null {
  const unreadable = values.text.some(
    (_, place) => !isBlank(values, place) && (quantityOf(values, place) === null || !isAmountSoFar(values.price[place] ?? '')),
  )
  if (unreadable) return null
  const total = linesFrom(values).reduce((sum, { quantity, price }) => sum + quantity * price, 0)
  return total < 0 || total > mostMoney ? null : total
}

/** Nothing yet, the minus of a discount, or an amount. */
function isAmountSoFar(typed: string): boolean {
  return /^[-−–]?$/.test(typed.trim()) || moneyFrom(typed) !== null
}

function quantityOf({ quantity }: LineValues, place: number): number | null {
  const typed = quantity[place]?.trim() || '1'
  if (!/^\d{1,5}$/.test(typed)) return null
  const count = Number(typed)
  return count >= 1 && count <= mostOfIt ? count : null
}
