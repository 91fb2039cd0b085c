import { signal } from '@preact/signals-core'

/** What the server says of the business before anybody has logged in. */
export interface Config {
  business: string
  language: string
  /** IANA name; "today" is a day of this zone. */
  timezone: string
  /** ISO 3166 alpha-2: how a phone without a country code is read. */
  region: string
  /** ISO 4217: of estimates and payments. */
  currency: string
  /** How far the zone's clocks are from UTC, in minutes, and from when until when they stay so; null is for ever. */
  clock?: { offset: number; since: string | null; until: string | null }
}

/** The page brings it along, so that nothing has to be waited for; Vite's own server leaves the defaults. */
export const config = signal<Config>({
  business: 'Zayavka',
  language: 'ru',
  timezone: 'Europe/Moscow',
  region: 'RU',
  currency: 'RUB',
  ...(JSON.parse(document.querySelector<HTMLMetaElement>('meta[name=zayavka-business]')?.content ?? '{}') as Partial<Config>),
})
