import { expect, test, type Page } from '@playwright/test'
import { newPerson, openInTelegram, openWithoutScript, signedFor, type WebApp } from './telegram'

declare const Telegram: { WebApp: WebApp }

test.use({ storageState: { cookies: [], origins: [] } })

// An expectation waits for 20 s; a test has several logins.
test.beforeEach(() => test.slow())

const tasks = (page: Page) => page.getByRole('heading', { name: 'Заявки', level: 1 })

/** Taps Telegram's button once the page listens to it. */
async function tapMain(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.MainButton.listeners.size)).toBe(1)
  await page.evaluate(() => Telegram.WebApp.MainButton.tap())
}

test('who logs in once in Telegram is known there, until they unlink it', async ({ page, browser, request, baseURL }) => {
  const anna = await newPerson(request, 'Анна')
  await openInTelegram(page, await signedFor(request, anna))
  await expect(page.getByText('Войдите один раз по почте.')).toBeVisible()
  await page.getByLabel('Почта').fill(process.env.ZAYAVKA_E2E_EMAIL!)
  await page.getByLabel('Пароль').fill(process.env.ZAYAVKA_E2E_PASSWORD!)
  await tapMain(page)
  await expect(page.getByText('теперь вы входите через Telegram')).toBeVisible()
  await expect(tasks(page)).toBeVisible()

  // Another device, where nothing is stored.
  const context = await browser.newContext({ baseURL: baseURL!, locale: 'ru-RU' })
  const phone = await context.newPage()
  await openInTelegram(phone, await signedFor(request, anna, 'task_1'))
  await expect(phone.getByRole('heading', { name: 'Заявка № 1', level: 1 })).toBeVisible()
  await openInTelegram(phone, await signedFor(request, anna, 'customer_1'))
  await expect(phone.getByRole('heading', { name: 'Ольга Смирнова', level: 1 })).toBeVisible()

  // Telegram's word opens the app, and no more than that.
  await phone.goto('/app/#/team')
  await phone.getByRole('button', { name: 'Пригласить коллегу' }).click()
  await phone.getByRole('button', { name: 'Создать ссылку' }).click()
  const proof = phone.getByRole('dialog', { name: 'Это вы?' })
  await proof.getByLabel('Ваш пароль').fill('not this one')
  await proof.getByRole('button', { name: 'Продолжить' }).click()
  await expect(proof.getByRole('alert')).toHaveText('Это не ваш текущий пароль.')
  await phone.keyboard.press('Escape')
  await expect(phone.getByText('Ничего не изменилось: нужен ваш пароль.')).toBeVisible()
  await phone.getByRole('button', { name: 'Создать ссылку' }).click()
  await proof.getByLabel('Ваш пароль').fill(process.env.ZAYAVKA_E2E_PASSWORD!)
  await proof.getByRole('button', { name: 'Продолжить' }).click()
  await expect(phone.getByRole('img', { name: 'QR-код ссылки-приглашения' })).toBeVisible()
  await phone.keyboard.press('Escape')

  await phone.goto('/app/#/account')
  await phone.getByRole('button', { name: 'Отвязать Telegram' }).click()
  await phone.evaluate(() => Telegram.WebApp.answer('yes'))
  await expect(phone.getByText('Telegram не привязан')).toBeVisible()
  await context.close()

  const later = await browser.newContext({ baseURL: baseURL!, locale: 'ru-RU' })
  const stranger = await later.newPage()
  await openInTelegram(stranger, await signedFor(request, anna))
  await expect(stranger.getByText('Войдите один раз по почте.')).toBeVisible()
  await later.close()
})

test('who logs out stays out until they ask to be let in', async ({ page, request }) => {
  const person = await newPerson(request, 'Анна')
  await openInTelegram(page, await signedFor(request, person))
  await page.getByLabel('Почта').fill(process.env.ZAYAVKA_E2E_EMAIL!)
  await page.getByLabel('Пароль').fill(process.env.ZAYAVKA_E2E_PASSWORD!)
  await tapMain(page)
  await expect(tasks(page)).toBeVisible()
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.SettingsButton.listeners.size)).toBeGreaterThan(0)
  await page.evaluate(() => Telegram.WebApp.SettingsButton.tap())
  await page.getByRole('button', { name: 'Выйти' }).click()
  await page.evaluate(() => Telegram.WebApp.answer('yes'))
  await expect(page.getByRole('heading', { name: 'Вход' })).toBeVisible()

  await openInTelegram(page, await signedFor(request, person))
  await page.getByRole('button', { name: 'Войти через Telegram' }).click()
  await expect(tasks(page)).toBeVisible()
})

test('data that Telegram did not sign lets nobody in, and says what to do', async ({ page, request }) => {
  const signed = await signedFor(request, await newPerson(request, 'Анна'))
  await openInTelegram(page, signed.replace(/hash=./, 'hash=x'))
  await expect(page.getByRole('alert')).toContainText('Откройте приложение из бота заново')
  await expect(page.getByLabel('Почта')).toBeVisible()
})

test('people who share one Telegram client do not share a session', async ({ page, request }) => {
  await openInTelegram(page, await signedFor(request, await newPerson(request, 'Анна')))
  await page.getByLabel('Почта').fill(process.env.ZAYAVKA_E2E_EMAIL!)
  await page.getByLabel('Пароль').fill(process.env.ZAYAVKA_E2E_PASSWORD!)
  await tapMain(page)
  await expect(tasks(page)).toBeVisible()
  await openInTelegram(page, await signedFor(request, await newPerson(request, 'Борис')))
  await expect(page.getByText('Войдите один раз по почте.')).toBeVisible()
})

test('while telegram.org does not answer, Telegram’s word still lets in, and the page draws its own buttons', async ({ page, request }) => {
  const person = await newPerson(request, 'Анна')
  await openWithoutScript(page, await signedFor(request, person))
  await expect(page.getByText('Войдите один раз по почте.')).toBeVisible()
  await page.getByLabel('Почта').fill(process.env.ZAYAVKA_E2E_EMAIL!)
  await page.getByLabel('Пароль').fill(process.env.ZAYAVKA_E2E_PASSWORD!)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await expect(page.getByText('теперь вы входите через Telegram')).toBeVisible()

  await page.evaluate(() => localStorage.clear())
  await openWithoutScript(page, await signedFor(request, person, 'task_1'))
  await expect(page.getByRole('heading', { name: /^Заявка/, level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Назад' }).click()
  await expect(page.locator('.main-button:visible')).toHaveText('Новая заявка')
  await page.reload({ waitUntil: 'domcontentloaded' })
  await expect(tasks(page)).toBeVisible()
})

test('Telegram’s script that comes late takes over its buttons, and what is being typed stays', async ({ page, request }) => {
  let comes = () => {}
  const until = new Promise<void>((resolve) => (comes = resolve))
  await openWithoutScript(page, await signedFor(request, await newPerson(request, 'Анна')), { until })
  await page.getByLabel('Почта').fill(process.env.ZAYAVKA_E2E_EMAIL!)
  await expect(page.getByRole('button', { name: 'Войти', exact: true })).toBeVisible()
  comes()
  await expect(page.locator('.main-button')).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => Telegram.WebApp.MainButton.params.text)).toBe('Войти')
  await expect(page.getByLabel('Почта')).toHaveValue(process.env.ZAYAVKA_E2E_EMAIL!)
  await page.getByLabel('Пароль').fill(process.env.ZAYAVKA_E2E_PASSWORD!)
  await tapMain(page)
  await expect(tasks(page)).toBeVisible()
})
