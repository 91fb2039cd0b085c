import { expect, test as base } from '@playwright/test'

// Telegram's own client and script are not to be had in a test: a stand-in for the script records
// what the page asks of it, and plays the person's taps.
const script = `
  const button = () => ({
    listeners: new Set(), params: {}, visible: false,
    setParams(params) { Object.assign(this.params, params); this.visible = params.is_visible },
    show() { this.visible = true }, hide() { this.visible = false },
    showProgress() {}, hideProgress() {},
    onClick(listener) { this.listeners.add(listener) }, offClick(listener) { this.listeners.delete(listener) },
    tap() { for (const listener of [...this.listeners]) listener() },
  })
  window.Telegram = { WebApp: {
    initDataUnsafe: { user: { language_code: 'en' } }, colorScheme: 'dark', haptics: [],
    MainButton: button(), BackButton: button(),
    HapticFeedback: {
      selectionChanged() { Telegram.WebApp.haptics.push('selection') },
      notificationOccurred(kind) { Telegram.WebApp.haptics.push(kind) },
    },
    isVersionAtLeast: () => true, onEvent() {},
    showPopup(popup, answer) { Telegram.WebApp.popup = popup; Telegram.WebApp.answer = answer },
    enableClosingConfirmation() { Telegram.WebApp.closing = true },
    disableClosingConfirmation() { Telegram.WebApp.closing = false },
    setHeaderColor() {}, setBackgroundColor() {}, expand() {}, ready() { Telegram.WebApp.isReady = true },
  } }
`

interface Button {
  params: { text: string }
  visible: boolean
  listeners: Set<unknown>
  tap(): void
}
declare const Telegram: {
  WebApp: { MainButton: Button; BackButton: Button; closing: boolean; popup: { message: string }; answer(id: string): void }
}

const test = base.extend({
  page: async ({ page }, use) => {
    await page.route('https://telegram.org/**', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: script }),
    )
    await page.goto('/app/#tgWebAppData=query_id%3DAA&tgWebAppVersion=8.0&tgWebAppPlatform=ios')
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
