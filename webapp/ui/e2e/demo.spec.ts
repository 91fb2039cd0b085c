import { expect, test, type Page } from '@playwright/test'
import { forPictures, inInter } from './in-inter'

const { ZAYAVKA_E2E_DEMO_URL: demo = '', ZAYAVKA_E2E_EMAIL: email = '', ZAYAVKA_E2E_PASSWORD: password = '', ZAYAVKA_SCREENSHOTS: folder } = process.env

// The demo's page: a customer's chat on the left, the Mini App in a frame on the right.
const chat = (page: Page) => page.getByRole('log')
const staff = (page: Page) => page.frameLocator('#app')

if (folder) test.use(forPictures)

test.beforeEach(async ({ page }) => {
  if (folder) await inInter(page.context())
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
  const number = (await row.textContent())!.match(/№\s(\d+)/)![1]
  await row.getByRole('button', { name: new RegExp(`заявка №\\s${number}`) }).click()
  await expect(chat(page).getByText(new RegExp(`(Взяли в работу|Готово, можно забирать|Заявка закрыта): № ${number}[ ,.]`)).last()).toBeVisible({ timeout: 40_000 })

  await chat(page).getByRole('button', { name: `Заявка № ${number}` }).last().click()
  await expect(chat(page)).toContainText('История')
})

test('one tap logs in as a member of staff, who is told in their own chat of what comes in', async ({ page }) => {
  await page.goto('about:blank')
  await page.goto(demo)
  await page.getByRole('button', { name: 'Войти как Анна Лебедева' }).click()
  await expect(staff(page).getByRole('heading', { name: 'Заявки', level: 1 })).toBeVisible()
  await page.locator('.person', { hasText: 'Екатерина Волкова' }).click()
  await page.getByPlaceholder('Сообщение').fill('Можно зайти завтра?')
  await page.keyboard.press('Enter')
  await page.locator('.person', { hasText: 'Анна Лебедева' }).click()
  await expect(chat(page)).toContainText('Можно зайти завтра?')
})

test('what stands around the customer’s phone is in the browser’s language, the phone in its own', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(demo)
  await page.getByRole('button', { name: /Ольга Смирнова/ }).click()
  await expect(page.getByPlaceholder('Сообщение')).toBeVisible()
  await expect(page.getByText('Log in to the staff app by one tap.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Staff' })).toBeVisible()
  await page.getByRole('button', { name: /James Miller/ }).click()
  await expect(page.getByPlaceholder('Message')).toBeVisible()
  await expect(chat(page)).toContainText('You have')
  await context.close()
})

test('@picture of the demo: a conversation', async ({ page }) => {
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
  await expect(thread.getByRole('article').filter({ hasText: text }).getByText('отправлено')).toBeAttached({ timeout: 30_000 })
  await page.screenshot({ path: `${folder}/demo.png`, animations: 'disabled' })
})

test('@picture that moves: a tap on a status, and the customer is told', async ({ page }) => {
  test.skip(!folder, 'it is made by `make screenshots`')
  let frames = 0
  const frame = () => page.screenshot({ path: `${folder}/status-${frames++}.png`, animations: 'disabled', scale: 'css' })
  await page.setViewportSize({ width: 1000, height: 640 })
  await page.getByRole('button', { name: 'Скрыть подсказки' }).click()
  const row = staff(page).locator('.task-row').filter({ hasText: 'Ольга Смирнова' }).first()
  await row.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const number = (await row.textContent())!.match(/№\s(\d+)/)![1]
  const next = row.getByRole('button', { name: new RegExp(`заявка №\\s${number}`) })
  await frame()
  await next.hover()
  await frame()
  await next.click()
  await expect(staff(page).getByRole('button', { name: /^Отменить/ })).toBeVisible()
  await frame()
  await expect(chat(page).getByText(new RegExp(`Взяли в работу: № ${number}[ ,.]`)).last()).toBeVisible({ timeout: 30_000 })
  await frame()
})

test('a new customer registers with the phone and is told of a request that staff take in', async ({ page }) => {
  await page.getByRole('button', { name: 'Новый клиент' }).click()
  await page.locator('#dialog').getByRole('button').last().click()
  await page.locator('#start').click()
  await expect(chat(page)).toContainText('Отправить мой телефон')
  await page.locator('#reply-keyboard').getByRole('button', { name: 'Отправить мой телефон' }).click()
  await page.locator('#dialog').getByRole('button').last().click()
  await expect(chat(page)).toContainText('Теперь сообщения будут приходить сюда')
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
  await expect(page.locator('#text')).toBeFocused()
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
