import { signal } from '@preact/signals'

/** What the server says of the business before anybody has logged in. */
export interface Config {
  business: string
  language: string
  /** IANA name; "today" is a day of this zone. */
  timezone: string
  /** ISO 3166 alpha-2: how a phone without a country code is read. */
  region: string
}

export const config = signal<Config>({
  business: 'Zayavka',
  language: 'ru',
  timezone: 'Europe/Moscow',
  region: 'RU',
})

/** Keeps the defaults when the server does not answer: the screens that follow say so. */
export async function loadConfig(): Promise<void> {
  try {
    const answer = await fetch('/app/config.json')
    if (answer.ok) config.value = { ...config.value, ...((await answer.json()) as Partial<Config>) }
  } catch {
    // Offline: the first query tells the person.
  }
}
