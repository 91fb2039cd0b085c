import { describe, expect, it } from 'vitest'
import { taskOnLabel } from './label'

const bot = 'https://t.me/vintik_bot'

describe('what a label says', () => {
  it.each([
    'https://t.me/vintik_bot?startapp=task_57',
    'https://t.me/Vintik_Bot?start=task_57',
    't.me/vintik_bot?startapp=task_57',
    'https://telegram.me/vintik_bot?startapp=task_57',
    'tg://resolve?domain=vintik_bot&startapp=task_57',
    ' 57\n',
    '№ 57',
    '#57',
    '0057',
  ])('is task 57 of %j', (text) => {
    expect(taskOnLabel(text, bot)).toBe('57')
  })

  it.each([
    'https://t.me/other_bot?startapp=task_57',
    'https://example.com/vintik_bot?startapp=task_57',
    'https://t.me.example.com/vintik_bot?startapp=task_57',
    'https://t.me/vintik_bot?start=i_2vG3b0kPq9sYt7uWx1Zc4A',
    'https://t.me/vintik_bot?startapp=customer_7',
    'https://t.me/vintik_bot?startapp=task_57x',
    'javascript:alert(57)',
    '4 607 012 340 057 000 1',
    'Анна',
    '',
  ])('is no task of this shop in %j', (text) => {
    expect(taskOnLabel(text, bot)).toBeNull()
  })

  it('is a number alone while nobody knows the bot', () => {
    expect(taskOnLabel('57', null)).toBe('57')
    expect(taskOnLabel('https://t.me/vintik_bot?startapp=task_57', null)).toBeNull()
  })
})
