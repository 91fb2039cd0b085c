import { readFile } from 'node:fs/promises'
import { createCustomer, createTask, expect, graphql, newPhone, test } from './staff'

test('at the counter a customer gets their data, is to be forgotten, takes it back, and is forgotten at once by an admin', async ({ page }) => {
  const phone = newPhone()
  const name = `Забытая ${phone.replace(/\D/g, '')}`
  await createCustomer(page, phone, name)
  const number = await createTask(page, phone, 'Не включается')
  await page.goto(`/app/#/customers?search=${phone.replace(/\D/g, '')}`)
  await page.locator('.pane-list .customer-row').getByRole('link').click()
  await page.getByRole('link', { name: 'Персональные данные' }).click()
  await expect(page.getByRole('heading', { name: 'Персональные данные', level: 1 })).toBeVisible()
  await expect(page.getByText('Согласие не отмечено')).toBeVisible()

  for (const [button, ending, text] of [
    ['Выгрузить данные страницей', 'html', 'Что мы храним о вас'],
    ['Выгрузить данные в JSON', 'json', '"description": "Не включается"'],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
    expect(download.suggestedFilename()).toMatch(new RegExp(`^my-data-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`))
    const content = await readFile((await download.path())!, 'utf8')
    expect(content).toContain(text)
    expect(content).toContain(name)
  }

  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Удалить данные' }).click()
  for (const text of ['Исчезнут карточка, переписка', 'Останутся суммы и даты', 'Через 30 дней']) await expect(dialog).toContainText(text)
  await dialog.getByRole('button', { name: 'Удалить через 30 дней' }).click()
  await expect(page.locator('.pane-card').getByText('Данные удалятся')).toBeVisible()
  await page.getByRole('link', { name: 'Назад' }).click()
  await expect(page.locator('.facts').getByText('Данные удалятся')).toBeVisible()
  await page.getByRole('link', { name: 'Персональные данные' }).click()
  await page.getByRole('button', { name: 'Не удалять' }).click()
  await expect(page.getByRole('button', { name: 'Удалить данные' })).toBeVisible()

  const atOnce = async () => {
    await page.getByRole('button', { name: 'Удалить данные' }).click()
    await dialog.getByRole('button', { name: 'Удалить сразу' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Удалить сразу' }).click()
  }
  await atOnce()
  await expect(page.getByText('У клиента есть открытая заявка. Сначала закройте её.')).toBeVisible()
  await graphql(page, 'mutation($data: TaskInput!) { updateTask(taskData: $data) { task { id } } }', { data: { id: number, status: 'CLOSED' } })
  await atOnce()
  await expect(page.getByText('Данные удалены')).toBeVisible()
  const left = await graphql<{ customerByPhone: null }>(page, 'query($phone: String!) { customerByPhone(phone: $phone) { id } }', { phone })
  expect(left.customerByPhone).toBeNull()
})

test('in the settings a text on personal data has a version and a link, and nothing is kept for less than 30 days', async ({ page }) => {
  await page.goto('/app/#/settings')
  await page.getByLabel('Версия или дата текста').fill('2026-03')
  await page.getByLabel('Переписка хранится, дней').fill('7')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Введите ссылку, которая начинается с https://.')).toBeVisible()
  await page.getByLabel('Версия или дата текста').fill('')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Введите не меньше 30 дней.')).toBeVisible()
  await page.getByLabel('Переписка хранится, дней').fill('1095')
})
