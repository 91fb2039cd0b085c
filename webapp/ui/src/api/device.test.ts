import { beforeEach, describe, expect, it } from 'vitest'
import { fromThisDevice, keepDevice } from './device'
import { sessionOf } from './session'

const sent = () => (fromThisDevice().fetchOptions as RequestInit | undefined)?.headers

describe('the tokens of a device', () => {
  beforeEach(() => localStorage.clear())

  it('are sent with a login once there are any', () => {
    expect(sent()).toBeUndefined()
    sessionOf({ token: 'a', refreshToken: 'b', deviceToken: 'anna' })
    sessionOf({ token: null, refreshToken: null, deviceToken: null })
    expect(sent()).toEqual({ 'X-Device-Token': 'anna' })
  })

  it('are one for each of the people who share the device, the last one first', () => {
    for (const token of ['anna', 'boris', 'anna', 'vera', 'boris']) keepDevice(token)
    expect(sent()).toEqual({ 'X-Device-Token': 'boris,vera,anna' })
  })

  it('are twenty at most', () => {
    for (let i = 0; i < 30; i++) keepDevice(`token-${i}`)
    expect(sent()).toEqual({ 'X-Device-Token': Array.from({ length: 20 }, (_, i) => `token-${29 - i}`).join(',') })
  })

  it('are none where the storage holds something else', () => {
    localStorage.setItem('zayavka.devices', 'я,\n')
    expect(sent()).toBeUndefined()
  })
})
