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
