import { effect, signal } from '@preact/signals'
import { remember, remembered } from '../storage'
import { inDigits, pluralRules } from './formats'
import { en } from './en'
import { ru } from './ru'
import type { Text } from './text'

export type Key = keyof typeof en
export type Catalog = Record<Key, Text>
export type Language = 'ru' | 'en'

export const catalogs: Record<Language, Catalog> = { ru, en }

export const language = signal<Language>('ru')

export type Parameters = Record<string, string | number>

/** Gives texts in the current language; a component that calls it follows a change of language. */
export function translator<Key extends string>(catalogs: Record<Language, Record<Key, Text>>) {
  return (key: Key, parameters: Parameters = {}): string => fill(language.value, catalogs[language.value][key], parameters)
}

/** The texts of the first load. Chunks bring their own, each with a `t` like this one. */
export const t = translator<Key>(catalogs)

export function fill(language: Language, text: Text, parameters: Parameters = {}): string {
  const form =
    typeof text === 'string'
      ? text
      : (text[pluralRules(language).select(Number(parameters.count))] ?? text.other)
  return form.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = parameters[name]
    if (value === undefined) return place
    return typeof value === 'number' ? inDigits(language, value) : value
  })
}

/** The person's own choice, else what Telegram says of them, else the browser, else the business. */
export function chooseLanguage(telegrams: string | undefined, browsers: readonly string[], business: string): Language {
  const wishes = [remembered('language') ?? '', telegrams ?? '', ...browsers, business]
  return wishes.map(spoken).find((language) => language !== null) ?? 'ru'
}

export function saveLanguage(chosen: Language): void {
  language.value = chosen
  remember('language', chosen)
}

effect(() => {
  document.documentElement.lang = language.value
})

function spoken(tag: string): Language | null {
  const primary = tag.toLowerCase().split('-')[0]
  return primary === 'ru' || primary === 'en' ? primary : null
}
