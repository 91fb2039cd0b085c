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

  await chat(page).getByRole('button', { name: `Заявка № ${number}` }).last().click()
  await expect(chat(page)).toContainText('Как шла работа')
})

test('the picture of the demo: a conversation', async ({ page }) => {
  test.skip(!folder, 'it is made by `make screenshots`')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('button', { name: /Виктория Белова/ }).click()
  await expect(chat(page)).toContainText('Отправили заявку')
  await staff(page).locator('.task-row').filter({ hasText: 'Виктория Белова' }).first().getByRole('link').click()
  const thread = staff(page).getByRole('log', { name: 'Переписка' })
  await expect(thread.getByRole('img')).toHaveCount(2)
  const text = 'Здравствуйте! Замена экрана 7 400 ₽, сделаем сегодня к шести. Приносите.'
  await staff(page).getByRole('textbox', { name: 'Ответ клиенту' }).fill(text)
  await staff(page).getByRole('button', { name: 'Отправить клиенту' }).click()
  await expect(chat(page)).toContainText(text)
  await expect(thread.getByRole('article').filter({ hasText: text }).getByText('отправлено')).toBeAttached({ timeout: 20_000 })
  await page.screenshot({ path: `${folder}/demo.png`, animations: 'disabled' })
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

// A picture that is one, in as few bytes as it takes.
const picture = (name: string) => ({
  name, mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
})

test('a customer sends an album, a file and a voice message, and replies to a message', async ({ page }) => {
  await page.getByRole('button', { name: /Ольга Смирнова/ }).click()
  await expect(page.locator('#text')).toBeVisible()
  await page.locator('#text').fill('Вот экран')
  await page.locator('#pictures').setInputFiles([picture('1.png'), picture('2.png')])
  const album = chat(page).locator('.album')
  await expect(album.getByRole('img', { name: 'Фото' })).toHaveCount(2)
  await expect(album).toContainText('Вот экран')
  await expect(page.locator('#text')).toHaveValue('')

  await page.locator('#files').setInputFiles({ name: 'чек.txt', mimeType: 'text/plain', buffer: Buffer.from('1500') })
  const bill = chat(page).getByRole('link', { name: 'чек.txt' })
  const downloaded = page.waitForEvent('download')
  await bill.click()
  expect((await downloaded).suggestedFilename()).toBe('чек.txt')

  await page.getByRole('button', { name: 'Прикрепить' }).click()
  await page.getByRole('menuitem', { name: 'Голосовое' }).click()
  await expect(page.getByText('Микрофон недоступен.')).toBeVisible()
  await page.locator('#voice-file').setInputFiles({ name: 'голос.oga', mimeType: 'audio/ogg', buffer: Buffer.from('OggS\0\x02') })
  await expect(chat(page).locator('audio')).toBeVisible()
  await expect(page.locator('#text')).toBeVisible()

  await album.hover()
  await album.getByRole('button', { name: 'Ответить' }).click()
  await expect(page.getByText('Ответ: Вот экран')).toBeVisible()
  await page.keyboard.type('Это он')
  await page.keyboard.press('Enter')
  const reply = chat(page).locator('.message', { hasText: 'Это он' })
  await expect(reply.getByRole('button', { name: 'Ответ на: Вот экран' })).toBeVisible()
  await expect(page.getByText('Ответ: Вот экран')).toBeHidden()

  // By keyboard: the arrows go from one message's button to the next.
  await reply.getByRole('button', { name: 'Ответить' }).focus()
  await page.keyboard.press('ArrowUp')
  const before = reply.locator('xpath=preceding-sibling::article[1]')
  await expect(before.getByRole('button', { name: 'Ответить' })).toBeFocused()
})
