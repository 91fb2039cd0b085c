import { beforeEach, describe, expect, it } from 'vitest'
import { accountTexts } from './account'
import { cardsTexts } from './cards'
import { conversationTexts } from './conversation'
import { counterTexts } from './counter'
import { exportTexts } from './export'
import { catalogs, chooseLanguage, fill, saveLanguage, type Language } from './index'
import { inboxTexts } from './inbox'
import { loginTexts } from './login'
import { mergeTexts } from './merge'
import { movingTexts } from './moving'
import { overviewTexts } from './overview'
import { paperTexts } from './paper'
import { scanTexts } from './scan'
import { settingsTexts } from './settings'
import { taskEndTexts } from './task-end'
import { personalDataTexts } from './personal-data'
import { pricesTexts } from './prices'
import { teamTexts } from './team'
import type { Text } from './text'

const languages = Object.keys(catalogs) as Language[]
const all: Record<Language, Record<string, Text>>[] = [accountTexts, cardsTexts, conversationTexts, counterTexts, catalogs, exportTexts, inboxTexts, loginTexts, mergeTexts, movingTexts, overviewTexts, paperTexts, personalDataTexts, pricesTexts, scanTexts, settingsTexts, taskEndTexts, teamTexts]

const forms = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text))
const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort()

describe('the texts', () => {
  it('have the same keys in every language', () => {
    for (const { ru, en } of all) expect(Object.keys(ru).sort()).toEqual(Object.keys(en).sort())
  })

  it.each(all.flatMap((texts) => Object.keys(texts.en).map((key) => ({ key, texts }))))(
    '$key says the same with the same parameters everywhere',
    ({ key, texts }) => {
      const expected = places(forms(texts.en[key]!)[0]!)
      for (const language of languages) {
        for (const form of forms(texts[language][key]!)) {
          expect(form.trim()).not.toBe('')
          expect(form).not.toContain('!')
          expect(places(form)).toEqual(expected)
        }
      }
    },
  )

  it.each(languages)('have each plural form that %s has', (language) => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    for (const [key, text] of all.flatMap((texts) => Object.entries(texts[language]))) {
      if (typeof text !== 'string') expect(Object.keys(text).sort(), key).toEqual([...pluralCategories].sort())
    }
  })

  it.each([
    [1, '1 клиент', '1 customer'],
    [2, '2 клиента', '2 customers'],
    [5, '5 клиентов', '5 customers'],
    [11, '11 клиентов', '11 customers'],
    [21, '21 клиент', '21 customers'],
    [112, '112 клиентов', '112 customers'],
  ])('count %i right', (count, russian, english) => {
    expect(fill('ru', cardsTexts.ru['customers.count'], { count })).toBe(russian)
    expect(fill('en', cardsTexts.en['customers.count'], { count })).toBe(english)
  })

  it('take a parameter as it is, markup and braces included', () => {
    expect(fill('en', cardsTexts.en['customers.nothing.text'], { search: '<b>{search}' })).toContain('Nobody matches “<b>{search}”.')
  })
})

describe('the language', () => {
  beforeEach(() => localStorage.clear())

  it('is the person’s choice, else Telegram’s, else the browser’s, else the business’s, else Russian', () => {
    expect(chooseLanguage(undefined, [], 'xx')).toBe('ru')
    expect(chooseLanguage(undefined, ['de'], 'en')).toBe('en')
    expect(chooseLanguage(undefined, ['de', 'ru-RU'], 'en')).toBe('ru')
    expect(chooseLanguage('en-US', ['ru'], 'ru')).toBe('en')
    saveLanguage('ru')
    expect(chooseLanguage('en', ['en'], 'en')).toBe('ru')
  })

  it('is said to screen readers', () => {
    saveLanguage('en')
    expect(document.documentElement.lang).toBe('en')
  })
})
