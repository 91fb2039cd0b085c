import type { Page } from '@playwright/test'
import { createTask, expect, newPhone, test } from './staff'
import { chatOf, newCustomer } from './telegram'

// A picture that is one, in as few bytes as it takes; the words after it make it another file.
const picture = (name: string) => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.concat([
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
    Buffer.from(name),
  ]),
})
const thread = (page: Page) => page.getByRole('log', { name: 'Переписка' })
const attached = (page: Page) => page.getByRole('list', { name: 'Приложено' }).getByRole('listitem')
const choose = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.getByLabel('Приложить фото или файлы').setInputFiles(files)
const send = (page: Page) => page.getByRole('button', { name: 'Отправить клиенту' }).click()

async function open(page: Page): Promise<number> {
  const phone = newPhone().replace(/\D/g, '').replace(/^8/, '+7')
  const person = await newCustomer(page.request, 'Нина Котова', phone)
  await createTask(page, phone, 'С фотографиями')
  await expect(thread(page)).toBeVisible()
  return person
}

test('photos and a document that are attached arrive in the customer’s chat', async ({ page }) => {
  const person = await open(page)
  await choose(page, picture('до.png'), picture('после.png'), { name: 'чек.txt', mimeType: 'text/plain', buffer: Buffer.from('1500') })
  await expect(attached(page)).toHaveCount(3)
  await expect(attached(page).getByRole('progressbar')).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Ответ клиенту' }).fill('Вот что вышло')
  await send(page)
  await expect(attached(page)).toHaveCount(0)
  await expect(thread(page).getByRole('button', { name: 'Открыть фото' })).toHaveCount(2)
  await expect(thread(page).getByRole('link', { name: /чек\.txt/ })).toBeVisible()
  await expect
    .poll(async () => (await chatOf(person)).map(({ kind }) => kind), { timeout: 30_000 })
    .toEqual(expect.arrayContaining(['photo', 'photo', 'document']))
})

test('an upload that breaks off is tried again, and nothing is sent without it', async ({ page }) => {
  await open(page)
  let broken = true
  await page.route('**/files', (route) => (broken ? route.abort('internetdisconnected') : route.continue()))
  await choose(page, picture('экран.png'))
  await expect(attached(page)).toContainText('Не загрузилось')
  broken = false
  await attached(page).getByRole('button', { name: 'Повторить: экран.png' }).click()
  await expect(attached(page)).not.toContainText('Не загрузилось')
  await send(page)
  await expect(thread(page).getByRole('button', { name: 'Открыть фото' })).toBeVisible()
})

test('a message with a photo that was written without a network goes out whole', async ({ page, context }) => {
  const person = await open(page)
  await context.setOffline(true)
  await choose(page, picture('подвал.png'))
  await page.getByRole('textbox', { name: 'Ответ клиенту' }).fill('Снято в подвале')
  await send(page)
  await expect(thread(page).getByText('Уйдёт само')).toBeVisible()
  await context.setOffline(false)
  await expect(thread(page).getByRole('button', { name: 'Открыть фото' })).toBeVisible({ timeout: 30_000 })
  await expect.poll(async () => (await chatOf(person)).map(({ kind }) => kind), { timeout: 30_000 }).toContain('photo')
})

test('what is too large is said before it is sent, and what is taken back comes back with its photos', async ({ page }) => {
  await open(page)
  await choose(page, { name: 'видео.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(21 * 1024 * 1024) })
  await expect(attached(page)).toContainText('Больше 20 МБ')
  await attached(page).getByRole('button', { name: 'Убрать видео.mp4' }).click()
  await expect(attached(page)).toHaveCount(0)

  await choose(page, picture('снимок.png'))
  await page.getByRole('textbox', { name: 'Ответ клиенту' }).fill('Не туда')
  await send(page)
  await page.getByRole('status').getByRole('button', { name: 'Отменить' }).click()
  await expect(page.getByRole('textbox', { name: 'Ответ клиенту' })).toHaveValue('Не туда')
  await expect(attached(page)).toContainText('снимок.png')
  await expect(attached(page).getByText('снимок.png: загружено')).toBeAttached()
})

test('a picture is pasted, and files are dropped', async ({ page }) => {
  await open(page)
  const field = page.getByRole('textbox', { name: 'Ответ клиенту' })
  for (const kind of ['paste', 'drop']) {
    await field.evaluate((element, kind) => {
      const data = new DataTransfer()
      data.items.add(new File(['слова'], `${kind}.txt`, { type: 'text/plain' }))
      const options = { bubbles: true, cancelable: true }
      element.dispatchEvent(
        kind === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: data })
          : new DragEvent('drop', { ...options, dataTransfer: data }),
      )
    }, kind)
    await expect(attached(page).filter({ hasText: `${kind}.txt` })).toBeVisible()
  }
})
