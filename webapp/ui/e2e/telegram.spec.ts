import { expect, test as base } from '@playwright/test'
import { openInTelegram, somebody, type WebApp } from './telegram'

declare const Telegram: { WebApp: WebApp }

const test = base.extend({
  page: async ({ page }, use) => {
    await openInTelegram(page, somebody)
    await expect(page.getByRole('heading', { name: 'Tasks', level: 1 })).toBeVisible()
    await use(page)
  },
})

test('in Telegram the page takes its language, its theme and its buttons', async ({ page }) => {
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await page.getByRole('button', { name: 'New task' }).click()
  await expect(page.getByRole('heading', { name: 'New task', level: 1 })).toBeVisible()
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.MainButton.params.text)).toBe('Receive')
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.MainButton.listeners.size)).toBe(1)
  await expect(page.getByRole('link', { name: 'Back' })).toHaveCount(0)

  await page.evaluate(() => Telegram.WebApp.BackButton.tap())
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.BackButton.visible)).toBe(false)
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.MainButton.visible)).toBe(false)
})

test('there is one bar at the bottom: the tabs with the page’s button above them, or Telegram’s button', async ({ page, isMobile }) => {
  const tabs = page.getByRole('navigation', { name: 'Sections' })
  const native = () => page.evaluate(() => Telegram.WebApp.MainButton.visible)
  await expect(tabs).toBeVisible()
  expect(await native()).toBe(false)

  await page.getByRole('button', { name: 'New task' }).click()
  await expect.poll(native).toBe(true)
  await expect(tabs).toBeVisible({ visible: !isMobile })

  await page.evaluate(() => Telegram.WebApp.BackButton.tap())
  await expect(tabs).toBeVisible()
  await expect.poll(native).toBe(false)
})

test('Telegram’s button submits a form, and unsaved input is asked about in its popup', async ({ page }) => {
  await page.getByRole('button', { name: 'New task' }).click()
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.MainButton.params.text)).toBe('Receive')
  await page.evaluate(() => Telegram.WebApp.MainButton.tap())
  await expect(page.getByText('Enter the customer’s phone.')).toBeVisible()

  await page.getByLabel('What the customer sees').fill('x')
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.closing)).toBe(true)
  await page.evaluate(() => Telegram.WebApp.BackButton.tap())
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.popup?.message)).toBe('Your changes will not be saved.')
  await page.evaluate(() => Telegram.WebApp.answer('yes'))
  await expect(page.getByRole('button', { name: 'New task' })).toBeVisible()
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.closing)).toBe(false)
})

test('the settings in Telegram’s menu open the app’s own, and a change of theme is followed at once', async ({ page }) => {
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.SettingsButton.listeners.size)).toBeGreaterThan(0)
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
  await expect.poll(haptics).toEqual(['impact'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(haptics).toEqual(['impact', 'success'])

  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('ChangeStatus') ? route.abort('internetdisconnected') : route.continue(),
  )
  await page.locator('.next-button').first().click()
  await expect.poll(haptics).toEqual(['impact', 'success', 'impact', 'error'])
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

test('Telegram’s scanner opens the task of a label, says what is none, and leaves the number when it is closed', async ({ page }) => {
  const scanner = () => page.evaluate(() => Telegram.WebApp.scanner)
  await page.getByRole('button', { name: 'Scan a label' }).click()
  await expect.poll(scanner).toBe('Point the camera at the code on the label')
  await page.evaluate(() => Telegram.WebApp.scan('https://t.me/other_bot?startapp=task_7'))
  const dialog = page.getByRole('dialog', { name: 'Find by label' })
  await expect(dialog.getByRole('alert')).toHaveText('This is no label of this shop.')
  await expect.poll(scanner).toBe('')

  await dialog.getByRole('button', { name: 'Scan a label' }).click()
  await expect.poll(scanner).not.toBe('')
  await page.evaluate(() => Telegram.WebApp.events.scanQrPopupClosed!())
  await expect(dialog.getByLabel('Task number')).toBeVisible()
  await dialog.getByRole('button', { name: 'Scan a label' }).click()
  await page.evaluate(() => Telegram.WebApp.scan('https://t.me/vintik_bot?startapp=task_7'))
  await expect(page.getByRole('heading', { name: 'Task #7', level: 1 })).toBeVisible()
})

test('paper is printed by a browser, which Telegram opens at the same place', async ({ page }) => {
  await page.evaluate(() => (location.hash = '#/tasks/7/paper?sheet=label'))
  await expect(page.locator('.sheet-label')).toBeVisible()
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.MainButton.params.text)).toBe('Print')
  await page.evaluate(() => Telegram.WebApp.MainButton.tap())
  expect(await page.evaluate(() => Telegram.WebApp.opened)).toBe(new URL('/app/#/tasks/7/paper?sheet=label', page.url()).href)
})

test('on a customer’s card Telegram’s second button calls them, and its bar has the tabs’ colour', async ({ page }) => {
  expect(await page.evaluate(() => Telegram.WebApp.bottomBar)).toBe('bottom_bar_bg_color')
  await page.evaluate(() => (location.hash = '#/customers/1'))
  const second = () => page.evaluate(() => ({ text: Telegram.WebApp.SecondaryButton.params.text, visible: Telegram.WebApp.SecondaryButton.visible }))
  await expect.poll(second).toEqual({ text: 'Call', visible: true })
  await page.evaluate(() => (globalThis.open = (address) => ((Telegram.WebApp.opened = String(address)), null)))
  await page.evaluate(() => Telegram.WebApp.SecondaryButton.tap())
  expect(await page.evaluate(() => Telegram.WebApp.opened)).toMatch(/^tel:\+7\d{10}$/)
  await page.evaluate(() => Telegram.WebApp.BackButton.tap())
  await expect.poll(async () => (await second()).visible).toBe(false)
})

test('the home screen is offered once', async ({ page }) => {
  await page.addInitScript(() => void (sessionStorage.homeScreen ??= 'missed'))
  await page.reload()
  await page.locator('.toast').getByRole('button', { name: 'Add', exact: true }).click()
  expect(await page.evaluate(() => sessionStorage.homeScreen as string)).toBe('added')
  await page.evaluate(() => (sessionStorage.homeScreen = 'missed'))
  const all = page.waitForResponse((answer) => answer.url().includes('core-chunk'))
  await page.reload()
  await all
  await expect(page.getByRole('heading', { name: 'Tasks', level: 1 })).toBeVisible()
  await expect(page.locator('.toast')).toHaveCount(0)
})
