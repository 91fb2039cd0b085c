import { test, type Browser, type Page } from '@playwright/test'
import { expect } from './staff'
import { forPictures, inInter } from './in-inter'

// The README's pictures, made by `make screenshots`: a phone beside a desktop, one light, one dark.

const { ZAYAVKA_SCREENSHOTS: folder = '' } = process.env
const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 844 }

const pictures = [
  { name: 'tasks', address: '#/tasks' },
  { name: 'task', address: 'task' },
  { name: 'overview', address: '#/overview?days=30' },
  { name: 'customer', address: 'customer' },
] as const

for (const { name, address } of pictures) {
  test(`@picture of ${name}`, async ({ browser }) => {
    const [small, large] = await Promise.all([
      picture(browser, address, phone, 'dark'),
      picture(browser, address, desktop, 'light'),
    ])
    // Side by side on a page of its own, each in a frame with round corners.
    const page = await browser.newPage({ ...forPictures, viewport: { width: phone.width + desktop.width + 72, height: 892 } })
    await page.setContent(
      `<style>
        body { margin: 0; padding: 24px; display: flex; gap: 24px; background: #d5dbe3 }
        img { border-radius: 14px; box-shadow: 0 6px 24px rgb(0 0 0 / 22%) }
      </style>
      <img width="${desktop.width}" src="data:image/png;base64,${large}"><img width="${phone.width}" src="data:image/png;base64,${small}">`,
    )
    await page.locator('img').last().evaluate((image: HTMLImageElement) => image.decode())
    await page.screenshot({ path: `${folder}/${name}.png` })
    await page.close()
  })
}

async function picture(
  browser: Browser,
  address: string,
  viewport: typeof phone,
  colorScheme: 'light' | 'dark',
): Promise<string> {
  const context = await browser.newContext({
    ...forPictures,
    viewport,
    colorScheme,
    isMobile: viewport === phone,
    storageState: 'test-results/logged-in.json',
    reducedMotion: 'reduce',
  })
  await inInter(context)
  const page = await context.newPage()
  await open(page, address)
  const content = await page.screenshot()
  await context.close()
  return content.toString('base64')
}

/** Shows a place, or a task and a customer of the demo that have something to show. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address.startsWith('#') ? `/app/${address}` : `/app/#/${address}s`)
  const list = page.locator('.pane-list')
  if (address === 'task') await list.locator('.task-row').filter({ hasText: 'Виктория Белова' }).first().getByRole('link').click()
  if (address === 'customer') {
    await page.getByRole('searchbox').fill('Ольга Смирнова')
    await list.locator('.customer-row').filter({ hasText: 'Ольга Смирнова' }).getByRole('link').click()
    const card = page.url()
    await page.goto('/app/#/customers')
    await expect(list.locator('.customer-row')).not.toHaveCount(1)
    await page.goto(card)
    await expect(page.locator('.pane-card .task-row').first()).toBeVisible()
  }
  await expect(page.getByRole('status', { name: 'Загрузка' })).toHaveCount(0)
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await expect(page.locator('.pane').filter({ visible: true }).locator('.task-row, .number, .customer-row').first()).toBeVisible()
  if (address.includes('overview')) await expect(page.getByRole('slider').last()).toBeVisible()
}
