import { expect, it } from 'vitest'
import type { Settings } from '../graphql/settings'
import { changesOf, contentOf, hoursMakeSense, withDay } from './settings'

const settings: Settings = {
  version: 3, name: 'Винтик', address: 'Ленина 5', phone: null, mapUrl: null, reviewUrl: null, paymentUrl: null,
  hours: [{ day: 1, from: '10:00', to: '20:00' }, { day: 6, from: '11:00', to: '24:00' }],
  warrantyDays: 30, staleDays: 7, keepClosedDays: 1095, keepSentDays: 365, consentVersion: null, consentUrl: null, wakingFrom: '09:00', wakingTo: '21:00', reminders: true, rating: false, digest: true, texts: [], usualTexts: [],
}

it('tells the API what has changed, and nothing else', () => {
  const before = contentOf(settings)
  expect(changesOf(before, before)).toEqual({})
  expect(changesOf(before, { ...before, phone: '8 917 000-99-00', warrantyDays: '14', on: ['rating', 'digest'], wakingTo: '00:00' })).toEqual({
    phone: '8 917 000-99-00', warrantyDays: 14, reminders: false, rating: true, wakingFrom: '09:00', wakingTo: '24:00',
  })
})

it('gives all hours when one of them has changed, and midnight as the end of the day', () => {
  const before = contentOf(settings)
  expect(before.to6).toBe('00:00')
  expect(changesOf(before, { ...before, ...withDay(before, '2', true) }).hours).toEqual([
    { day: 1, from: '10:00', to: '20:00' }, { day: 2, from: '10:00', to: '20:00' }, { day: 6, from: '11:00', to: '24:00' },
  ])
  const closed = { ...before, ...withDay(before, '1', false) }
  expect(changesOf(before, closed).hours).toEqual([{ day: 6, from: '11:00', to: '24:00' }])
  expect({ ...closed, ...withDay(closed, '1', true) }).toEqual(before)
})

it('knows a day that ends before it begins', () => {
  const content = contentOf(settings)
  expect(hoursMakeSense(content)).toBe(true)
  expect(hoursMakeSense({ ...content, to1: '09:00' })).toBe(false)
  expect(hoursMakeSense({ ...content, from1: '' })).toBe(false)
  expect(hoursMakeSense({ ...content, from2: '' })).toBe(true)
})
