import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'
import { createCustomer, createTask, expect, newPhone, test } from './staff'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Every screen, by its address; "ID" is a task or a customer of the test's own. */
const screens = [
  'overview',
  'overview?days=90',
  'tasks',
  'inbox',
  'tasks?search=ничего-такого-нет',
  'tasks?status=any&awaiting=reply',
  'tasks/new',
  'tasks/ID',
  'tasks/ID/edit',
  'customers',
  'customers?search=никого-такого-нет',
  'customers/new',
  'customers/ID',
  'customers/ID/chat',
  'customers/ID/edit',
  'customers/ID/merge',
  'more',
  'account',
  'team',
  'tokens',
  'tokens/new',
  'webhooks',
  'webhooks/new',
  'webhooks/999',
]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('no screen has an accessibility violation that axe finds', async ({ page }) => {
      test.slow()
      const phone = newPhone()
      const task = await createTask(page, phone, 'Для проверки доступности')
      await createCustomer(page, newPhone(), `Проверка ${phone.replace(/\D/g, '')}`)
      const customer = new URL(page.url()).hash.match(/\d+/)![0]
      for (const screen of screens) {
        const id = screen.startsWith('tasks') ? task : customer
        await show(page, screen.replace('ID', id))
        expect.soft(await violations(page), screen).toEqual([])
      }
    })

    test('no panel has one', async ({ page }) => {
      await show(page, 'customers')
      await page.getByRole('button', { name: 'Выгрузить в файл' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect.soft(await violations(page), 'export').toEqual([])
      await show(page, 'team')
      await page.getByRole('button', { name: 'Пригласить коллегу' }).click()
      expect.soft(await violations(page), 'invite').toEqual([])
      await page.getByRole('button', { name: 'Создать ссылку' }).click()
      await expect(page.getByRole('img', { name: 'QR-код ссылки-приглашения' })).toBeVisible()
      expect.soft(await violations(page), 'link').toEqual([])
    })

    test('neither has the login', async ({ browser, baseURL }) => {
      const context = await browser.newContext({ storageState: { cookies: [], origins: [] }, colorScheme })
      const page = await context.newPage()
      for (const address of ['/app/', '/app/?invite=abc']) {
        await page.goto(new URL(address, baseURL).href)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        expect.soft(await violations(page), address).toEqual([])
      }
      await context.close()
    })
  })
}

/** Colours that Telegram gives its themes: on iOS by day and by night, and a person's own. */
const themes = {
  day: {
    'bg-color': '#ffffff',
    'secondary-bg-color': '#efeff3',
    'section-bg-color': '#ffffff',
    'text-color': '#000000',
    'subtitle-text-color': '#8e8e93',
    'section-header-text-color': '#6d6d72',
    'link-color': '#007aff',
    'button-color': '#0068d9',
    'button-text-color': '#ffffff',
    'destructive-text-color': '#ff3b30',
  },
  sand: {
    'bg-color': '#fbf5e6',
    'secondary-bg-color': '#efe6cf',
    'section-bg-color': '#fbf5e6',
    'text-color': '#2b2416',
    'subtitle-text-color': '#8a7f68',
    'section-header-text-color': '#a0713a',
    'link-color': '#b06a1c',
    'button-color': '#e8c15a',
    'button-text-color': '#2b2416',
    'destructive-text-color': '#c0392b',
  },
}

test.describe('in Telegram', () => {
  test.use({ colorScheme: 'light' })

  for (const [name, colours] of Object.entries(themes)) {
    test(`Telegram’s theme ${name} leaves enough contrast`, async ({ page }) => {
      test.slow()
      for (const screen of ['overview', 'tasks', 'customers', 'more', 'team', 'tokens/new']) {
        await show(page, screen)
        await page.evaluate((colours) => {
          for (const [name, colour] of Object.entries(colours)) {
            document.documentElement.style.setProperty(`--tg-theme-${name}`, colour)
          }
        }, colours)
        expect.soft(await violations(page), screen).toEqual([])
      }
    })
  }
})

/** Goes there and waits until nothing is loading any more. */
async function show(page: Page, screen: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`/app/#/${screen}`)
  await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible()
  await expect(page.getByRole('status', { name: 'Загрузка' })).toHaveCount(0)
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

/** What axe finds, in few words: the rule and the elements. */
async function violations(page: Page): Promise<string[]> {
  // The page's policy allows no inline script; the browser's own evaluation is beyond it.
  await page.evaluate(await source())
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
    { resultTypes: ['violations'] } satisfies RunOptions,
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
}

let axe: Promise<string> | null = null

function source(): Promise<string> {
  axe ??= import('node:fs/promises').then(({ readFile }) => readFile(axePath, 'utf8'))
  return axe
}
