import type { Page } from '@playwright/test'
import { createTask, expect, newPhone, test } from './staff'

const title = (page: Page, name: string) => page.getByRole('heading', { name, level: 1, exact: true })
const back = (page: Page) => page.getByRole('link', { name: 'Назад' })
const tab = (page: Page, name: string) => page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name, exact: true })

test('back from a customer who was opened from a task is the task, and no step is made twice', async ({ page }) => {
  const phone = newPhone()
  const id = await createTask(page, phone, 'Туда и обратно')
  await page.goto('about:blank')
  await page.goto(`/app/#/tasks?search=${phone.replace(/\D/g, '')}`)
  await page.locator(`#task-${id}`).click()
  await expect(title(page, `Заявка № ${id}`)).toBeVisible()
  await page.getByRole('button', { name: 'Всё о заявке' }).click()
  await page.locator('.task-all a[href^="#/customers/"]').click()
  await expect(page.getByRole('button', { name: 'Удалить клиента' })).toBeVisible()
  await back(page).click()
  await expect(title(page, `Заявка № ${id}`)).toBeVisible()

  await page.locator('.pane-card').getByRole('link', { name: 'Изменить' }).click()
  await page.getByLabel('Что увидит клиент').fill('И сохранено')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(title(page, `Заявка № ${id}`)).toBeVisible()
  await back(page).click()
  await expect(page).toHaveURL(/#\/tasks\?search=/)
  await page.goBack()
  await expect(page).toHaveURL('about:blank')
})

test('who stays with an unsaved form finds the way back as it was', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'Остаться')
  await page.locator('.pane-card').getByRole('link', { name: 'Изменить' }).click()
  await page.getByLabel('Что увидит клиент').fill('Ещё пишу')
  for (const leave of [() => back(page).click(), () => tab(page, 'Клиенты').click()]) {
    await leave()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Остаться' }).click()
    await expect(page).toHaveURL(new RegExp(`tasks/${id}/edit`))
    await expect(page.getByLabel('Что увидит клиент')).toHaveValue('Ещё пишу')
  }
  await back(page).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Выйти' }).click()
  await expect(title(page, `Заявка № ${id}`)).toBeVisible()
})

test('a card that the page was opened at leads back to its list', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'По ссылке')
  await page.goto('about:blank')
  await page.goto(`/app/#/tasks/${id}`)
  await back(page).click()
  await expect(page).toHaveURL(/#\/tasks$/)
})

test('a tab is come back to where it was left, and a tap on the one in sight leads to its top', async ({ page, viewport }) => {
  const phone = newPhone()
  const id = await createTask(page, phone, 'Во вкладке')
  await page.goto('/app/#/tasks?status=any')
  const rows = page.locator('.pane-list .task-row')
  await expect(rows.first()).toBeVisible()
  // Chips come with their counts, above the rows.
  await expect(page.locator('.pane-list .subtitle')).toHaveText(/\d/)
  const scroller = page.locator(viewport!.width < 900 ? 'html' : '.pane-list')
  const eighth = page.locator(`#${await rows.nth(8).locator('a').first().getAttribute('id')}`)
  await scroller.evaluate((element) => (element.scrollTop = 700))
  await expect(eighth).toBeInViewport()
  const left = (await eighth.boundingBox())!.y
  await tab(page, 'Клиенты').click()
  await expect(title(page, 'Клиенты')).toBeVisible()
  await tab(page, 'Заявки').click()
  await expect(page).toHaveURL(/status=any/)
  await expect.poll(async () => Math.abs((await eighth.boundingBox())!.y - left)).toBeLessThan(3)
  await tab(page, 'Заявки').click()
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).toBe(0)

  await page.locator(`#task-${id}`).click()
  await expect(title(page, `Заявка № ${id}`)).toBeVisible()
  await tab(page, 'Обзор').click()
  await expect(title(page, 'Обзор')).toBeVisible()
  await tab(page, 'Заявки').click()
  await expect(title(page, `Заявка № ${id}`)).toBeVisible()
  await tab(page, 'Заявки').click()
  await expect(page).toHaveURL(/#\/tasks\?status=any$/)
})
