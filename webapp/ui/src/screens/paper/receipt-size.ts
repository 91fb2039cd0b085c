import { remember, remembered } from '../../storage'

/** On which paper this device printed its last receipt: a counter has one printer. */
export function receiptSize(): 'a6' | 'roll' {
  return remembered('receipt') === 'roll' ? 'roll' : 'a6'
}

export function rememberReceipt(size: 'a6' | 'roll'): void {
  remember('receipt', size)
}
