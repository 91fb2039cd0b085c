import type { Settings, SettingsInput } from '../graphql/settings'

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
export type Weekday = (typeof weekdays)[number]

export const switches = ['reminders', 'rating', 'digest'] as const
export type Switch = (typeof switches)[number]

type Times = Record<`from${Weekday}` | `to${Weekday}`, string>

/** What the form of the settings holds. */
export type ShopContent = Record<
  'name' | 'address' | 'phone' | 'mapUrl' | 'reviewUrl' | 'paymentUrl' | 'warrantyDays' | 'staleDays' | 'keepClosedDays' | 'keepSentDays' |
  'consentVersion' | 'consentUrl' | 'wakingFrom' | 'wakingTo',
  string
> & { open: readonly string[]; on: readonly string[] } & Times

/** The end of the day is 24:00 to the API and midnight to a time input. */
const toInput = (time: string) => (time === '24:00' ? '00:00' : time)
const fromInput = (time: string) => (time === '00:00' ? '24:00' : time)

export function contentOf(settings: Settings): ShopContent {
  const { name, address, phone, mapUrl, reviewUrl, paymentUrl, warrantyDays, staleDays, wakingFrom, wakingTo, hours } = settings
  const { keepClosedDays, keepSentDays, consentVersion, consentUrl } = settings
  const times = {} as Times
  for (const day of weekdays) {
    const open = hours.find((each) => String(each.day) === day)
    times[`from${day}`] = open?.from ?? ''
    times[`to${day}`] = open ? toInput(open.to) : ''
  }
  return {
    name,
    address: address ?? '',
    phone: phone ?? '',
    mapUrl: mapUrl ?? '',
    reviewUrl: reviewUrl ?? '',
    paymentUrl: paymentUrl ?? '',
    warrantyDays: String(warrantyDays),
    staleDays: String(staleDays),
    keepClosedDays: String(keepClosedDays),
    keepSentDays: String(keepSentDays),
    consentVersion: consentVersion ?? '',
    consentUrl: consentUrl ?? '',
    wakingFrom,
    wakingTo: toInput(wakingTo),
    open: hours.map(({ day }) => String(day)),
    on: switches.filter((name) => settings[name]),
    ...times,
  }
}

/** The change that opens or closes a day; a day that opens is open as long as one that already is. */
export function withDay(content: ShopContent, day: Weekday, opens: boolean): Partial<ShopContent> {
  if (!opens) return { open: content.open.filter((other) => other !== day) }
  const like = weekdays.find((other) => content.open.includes(other))
  return {
    open: [...content.open, day].sort(),
    [`from${day}`]: content[`from${day}`] || (like ? content[`from${like}`] : '10:00'),
    [`to${day}`]: content[`to${day}`] || (like ? content[`to${like}`] : '20:00'),
  }
}

/** Whether the days that are open begin before they end. */
export function hoursMakeSense(content: ShopContent): boolean {
  return content.open.every((day) => isSpan(content[`from${day as Weekday}`], content[`to${day as Weekday}`]))
}

export function isSpan(from: string, to: string): boolean {
  return from !== '' && to !== '' && from < fromInput(to)
}

/** What differs, as the API takes it: what somebody else has changed meanwhile stays as they left it. */
export function changesOf(before: ShopContent, now: ShopContent): Omit<SettingsInput, 'version'> {
  const changes: Omit<SettingsInput, 'version'> = {}
  for (const field of ['name', 'address', 'phone', 'mapUrl', 'reviewUrl', 'paymentUrl', 'consentVersion', 'consentUrl'] as const) {
    if (now[field] !== before[field]) changes[field] = now[field]
  }
  for (const field of ['warrantyDays', 'staleDays', 'keepClosedDays', 'keepSentDays'] as const) {
    if (now[field] !== before[field]) changes[field] = Number(now[field])
  }
  for (const field of switches) {
    if (now.on.includes(field) !== before.on.includes(field)) changes[field] = now.on.includes(field)
  }
  if (now.wakingFrom !== before.wakingFrom || now.wakingTo !== before.wakingTo) {
    changes.wakingFrom = now.wakingFrom
    changes.wakingTo = fromInput(now.wakingTo)
  }
  const hours = hoursOf(now)
  if (JSON.stringify(hours) !== JSON.stringify(hoursOf(before))) changes.hours = hours
  return changes
}

function hoursOf(content: ShopContent) {
  return weekdays
    .filter((day) => content.open.includes(day))
    .map((day) => ({ day: Number(day), from: content[`from${day}`], to: fromInput(content[`to${day}`]) }))
}
