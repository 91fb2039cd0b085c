import type { OperationContext } from '@urql/core'
import { remember, remembered } from '../storage'

/**
 * Tokens of the accounts that were logged in to from here, the last one first, also after a logout. They let nobody in,
 * but with one of them nobody who guesses an account's password elsewhere keeps its owner waiting at this device.
 */
const name = 'devices'

/** As many people as share the computer at a counter. */
const atMost = 20

/** For `mutate`: says with a login which accounts know this device. */
export function fromThisDevice(): Partial<OperationContext> {
  const tokens = kept().join(',')
  return tokens === '' ? {} : { fetchOptions: { headers: { 'X-Device-Token': tokens } } }
}

export function keepDevice(token: string): void {
  remember(name, [token, ...kept().filter((other) => other !== token)].slice(0, atMost).join(','))
}

function kept(): string[] {
  return remembered(name)?.split(',').filter((token) => /^[\w-]+$/.test(token)) ?? []
}
