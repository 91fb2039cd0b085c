import { expect, test, type Page } from '@playwright/test'

const { ZAYAVKA_E2E_DEMO_URL: demo = '', ZAYAVKA_E2E_EMAIL: email = '', ZAYAVKA_E2E_PASSWORD: password = '', ZAYAVKA_SCREENSHOTS: folder } = process.env

// The demo's page: a customer's chat on the left, the Mini App in a frame on the right.
const chat = (page: Page) => page.getByRole('log')
const staff = (page: Page) => page.frameLocator('#app')

test.beforeEach(async ({ page }) => {
  await page.goto(demo)
  await staff(page).getByLabel('Почта').fill(email)
  await staff(page).getByLabel('Пароль').fill(password)
  await staff(page).getByRole('button', { name: 'Войти' }).click()
  await expect(staff(page).getByRole('heading', { name: 'Заявки', level: 1 })).toBeVisible()
})

test('a change of status on the right is a message on the left', async ({ page }) => {
  await page.getByRole('button', { name: /Ольга Смирнова/ }).click()
  await expect(chat(page)).toContainText('заяв')
  const row = staff(page).locator('.task-row').filter({ hasText: 'Ольга Смирнова' }).first()
  const number = (await row.textContent())!.match(/№ (\d+)/)![1]
  await row.getByRole('button', { name: new RegExp(`заявка ${number}`) }).click()
  const message = chat(page).getByText('Статус заявки изменился.').last()
  await expect(message).toBeVisible()
  await expect(chat(page)).toContainText(`Заявка № ${number}`)
  if (folder) await page.screenshot({ path: `${folder}/demo.png`, animations: 'disabled' })

  await chat(page).getByRole('button', { name: `Заявка № ${number}` }).last().click()
  await expect(chat(page)).toContainText('Как шла работа')
})

test('a new customer registers with the phone and is told of a request that staff take in', async ({ page }) => {
  await page.getByRole('button', { name: 'Новый клиент' }).click()
  await page.locator('#dialog').getByRole('button').last().click()
  await page.locator('#start').click()
  await expect(chat(page)).toContainText('Отправить мой телефон')
  await page.locator('#reply-keyboard').getByRole('button', { name: 'Отправить мой телефон' }).click()
  await page.locator('#dialog').getByRole('button').last().click()
  await expect(chat(page)).toContainText('мы вас записали')
})
