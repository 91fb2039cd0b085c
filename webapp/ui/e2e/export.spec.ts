import { readFile } from 'node:fs/promises'
import { createCustomer, createTask, expect, newPhone, test } from './staff'

test('the filtered customers are saved as a CSV file', async ({ page }) => {
  const phone = newPhone()
  const digits = phone.replace(/\D/g, '')
  await createCustomer(page, phone, `=Формула ${digits}`)
  await page.goto(`/app/#/customers?search=${digits}`)
  await page.getByRole('button', { name: 'Выгрузить в файл' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^customers-\d{4}-\d\d-\d\d\.csv$/)
  const text = await readFile((await download.path())!, 'utf8')
  const [heading, row, rest] = text.split('\r\n')
  expect(heading).toBe('\ufeffНомер;Имя;Телефон;Подтверждён;Сообщения бота;Язык;Заметка;В базе с')
  expect(row).toContain(`;'=Формула ${digits};'${phone};нет;нет в Telegram;`)
  expect(rest).toBe('')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('the filtered tasks are saved as an XLSX file', async ({ page }) => {
  const phone = newPhone()
  await createTask(page, phone, 'В таблицу')
  await page.goto(`/app/#/tasks?search=${phone.replace(/\D/g, '')}`)
  await page.locator('.pane-list').getByRole('button', { name: 'Выгрузить в файл' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'XLSX' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^tasks-.*\.xlsx$/)
  const content = await readFile((await download.path())!)
  expect(content.subarray(0, 2).toString()).toBe('PK')
})

test('a file that cannot be had is explained, and the list stays', async ({ page, context }) => {
  await page.goto('/app/#/customers')
  await page.getByRole('button', { name: 'Выгрузить в файл' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await context.setOffline(true)
  await page.getByRole('dialog').getByRole('button', { name: 'CSV' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Нет связи.')
  await context.setOffline(false)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Выгрузить в файл' })).toBeFocused()
})
