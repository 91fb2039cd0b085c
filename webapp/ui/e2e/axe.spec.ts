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
  'tasks/ID/price',
  'tasks/ID/price/edit',
  'tasks/ID/taken',
  'tasks/ID/paper',
  'tasks/ID/paper?sheet=label',
  'poster',
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
  'settings',
  'settings/texts/READY',
  'settings/stages',
  'settings/stages/new',
  'settings/categories',
  'settings/categories/new',
]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('no screen has an accessibility violation that axe finds', async ({ page }) => {
      test.setTimeout(300_000)
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
      await show(page, 'tasks')
      await page.getByRole('button', { name: 'Сканировать наклейку' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect.soft(await violations(page), 'scan').toEqual([])
      await show(page, 'team')
      await page.getByRole('button', { name: 'Пригласить коллегу' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
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

/** Colours that Telegram’s clients give, by day and by night, and a person's own. */
const themes = {
  iosDay: {
    'bg-color': '#ffffff',
    'secondary-bg-color': '#efeff4',
    'section-bg-color': '#ffffff',
    'text-color': '#000000',
    'subtitle-text-color': '#8e8e93',
    'section-header-text-color': '#6d6d72',
    'link-color': '#007aff',
    'button-color': '#007aff',
    'button-text-color': '#ffffff',
    'destructive-text-color': '#ff3b30',
    'section-separator-color': '#c8c7cc',
  },
  androidDay: {
    'bg-color': '#ffffff',
    'secondary-bg-color': '#f0f0f0',
    'section-bg-color': '#ffffff',
    'text-color': '#222222',
    'subtitle-text-color': '#82868a',
    'section-header-text-color': '#3a95d5',
    'link-color': '#2678b6',
    'button-color': '#50a8eb',
    'button-text-color': '#ffffff',
    'destructive-text-color': '#cc2929',
    'section-separator-color': '#d9d9d9',
  },
  desktopDay: {
    'bg-color': '#ffffff',
    'secondary-bg-color': '#f1f1f1',
    'section-bg-color': '#ffffff',
    'text-color': '#000000',
    'subtitle-text-color': '#999999',
    'section-header-text-color': '#168acd',
    'link-color': '#168acd',
    'button-color': '#40a7e3',
    'button-text-color': '#ffffff',
    'destructive-text-color': '#d14e4e',
    'section-separator-color': '#e7e7e7',
  },
  iosNight: {
    'bg-color': '#000000',
    'secondary-bg-color': '#1c1c1d',
    'section-bg-color': '#2c2c2e',
    'text-color': '#ffffff',
    'subtitle-text-color': '#98989e',
    'section-header-text-color': '#8d8e93',
    'link-color': '#3e88f7',
    'button-color': '#3e88f7',
    'button-text-color': '#ffffff',
    'destructive-text-color': '#eb5545',
    'section-separator-color': '#545458',
  },
  androidNight: {
    'bg-color': '#1d2733',
    'secondary-bg-color': '#151e27',
    'section-bg-color': '#1d2733',
    'text-color': '#ffffff',
    'subtitle-text-color': '#7b8790',
    'section-header-text-color': '#79c4fc',
    'link-color': '#5eabe1',
    'button-color': '#50a8eb',
    'button-text-color': '#ffffff',
    'destructive-text-color': '#ee686f',
    'section-separator-color': '#0d1218',
  },
  desktopNight: {
    'bg-color': '#17212b',
    'secondary-bg-color': '#232e3c',
    'section-bg-color': '#17212b',
    'text-color': '#f5f5f5',
    'subtitle-text-color': '#708499',
    'section-header-text-color': '#6ab3f3',
    'link-color': '#6ab3f3',
    'button-color': '#5288c1',
    'button-text-color': '#ffffff',
    'destructive-text-color': '#ec3942',
    'section-separator-color': '#111921',
  },
  webNight: {
    'bg-color': '#212121',
    'secondary-bg-color': '#181818',
    'section-bg-color': '#212121',
    'text-color': '#ffffff',
    'subtitle-text-color': '#aaaaaa',
    'section-header-text-color': '#8774e1',
    'link-color': '#8774e1',
    'button-color': '#8774e1',
    'button-text-color': '#ffffff',
    'destructive-text-color': '#ff595a',
    'section-separator-color': '#2f2f2f',
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
  for (const [name, colours] of Object.entries(themes)) {
    test(`Telegram’s theme ${name} leaves enough contrast`, async ({ page }) => {
      test.setTimeout(300_000)
      await page.emulateMedia({ colorScheme: name.endsWith('Night') ? 'dark' : 'light' })
      for (const screen of ['overview', 'tasks?status=any&awaiting=reply', 'customers?contact=reached', 'tasks/1', 'team', 'tokens/new']) {
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
  // A colour on its way to another has a contrast of its own.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime)).map((one) => one.finished)))
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
