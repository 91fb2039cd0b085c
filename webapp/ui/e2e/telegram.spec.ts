import { expect, test as base } from '@playwright/test'
import { openInTelegram, type WebApp } from './telegram'

declare const Telegram: { WebApp: WebApp }

const test = base.extend({
  page: async ({ page }, use) => {
    await openInTelegram(page, '')
    await expect(page.getByRole('heading', { name: 'Tasks', level: 1 })).toBeVisible()
    await use(page)
  },
})

test('in Telegram the page takes its language, its theme and its buttons', async ({ page }) => {
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('.main-button')).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.MainButton.params.text)).toBe('New task')

  await page.evaluate(() => Telegram.WebApp.MainButton.tap())
  await expect(page.getByRole('heading', { name: 'New task', level: 1 })).toBeVisible()
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.MainButton.params.text)).toBe('Create the task')
  await expect(page.getByRole('link', { name: 'Back' })).toHaveCount(0)

  await page.evaluate(() => Telegram.WebApp.BackButton.tap())
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.BackButton.visible)).toBe(false)
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.MainButton.listeners.size)).toBe(1)
})

test('Telegram’s button submits a form, and unsaved input is asked about in its popup', async ({ page }) => {
  await page.evaluate(() => Telegram.WebApp.MainButton.tap())
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.MainButton.params.text)).toBe('Create the task')
  await page.evaluate(() => Telegram.WebApp.MainButton.tap())
  await expect(page.getByText('Enter the customer’s phone.')).toBeVisible()

  await page.getByLabel('Description').fill('x')
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.closing)).toBe(true)
  await page.evaluate(() => Telegram.WebApp.BackButton.tap())
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.popup?.message)).toBe('What you entered will be lost.')
  await page.evaluate(() => Telegram.WebApp.answer('yes'))
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.MainButton.params.text)).toBe('New task')
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.closing)).toBe(false)
})

test('the settings in Telegram’s menu open the app’s own, and a change of theme is followed at once', async ({ page }) => {
  await page.evaluate(() => Telegram.WebApp.SettingsButton.tap())
  await expect(page.getByRole('heading', { name: 'More', level: 1 })).toBeVisible()
  await page.evaluate(() => {
    Telegram.WebApp.colorScheme = 'light'
    Telegram.WebApp.events.themeChanged!()
  })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('a status that is changed is felt, and so is one that is refused', async ({ page }) => {
  const haptics = () => page.evaluate(() => Telegram.WebApp.haptics)
  await page.locator('.next-button').first().click()
  await expect.poll(haptics).toEqual(['selection'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(haptics).toEqual(['selection', 'selection'])

  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('ChangeStatus') ? route.abort('internetdisconnected') : route.continue(),
  )
  await page.locator('.next-button').first().click()
  await expect.poll(haptics).toEqual(['selection', 'selection', 'selection', 'error'])
})

test('nothing lies under the phone’s notch, Telegram’s own buttons or the line at the bottom', async ({ page, viewport }) => {
  test.skip(viewport!.width > 899, 'a desktop has none')
  const place = (selector: string) => page.locator(selector).first().boundingBox()
  const [header, tab] = [await place('.pane-list .header'), await place('.tabs a')]
  await page.evaluate(() => {
    Telegram.WebApp.inset('safe-area', { top: 44, bottom: 34 })
    Telegram.WebApp.inset('content-safe-area', { top: 46 })
  })
  await expect.poll(async () => (await place('.pane-list .header'))!.y).toBe(header!.y + 90)
  await expect.poll(async () => (await place('.tabs a'))!.y).toBe(tab!.y - 34)
})
