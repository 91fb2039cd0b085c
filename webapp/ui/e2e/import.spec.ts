import { writeFile } from 'node:fs/promises'
import { expect, newPhone, test } from './staff'

test('a table of another program is looked at, corrected and imported', async ({ page }, info) => {
  const phone = newPhone().replace(/\D/g, '')
  const path = info.outputPath('заказы.csv')
  await writeFile(path, `Заказ;Телефон;Неисправность;Пометка;Сумма\n${phone}1;${phone};Экран;Помыть;1 500 р.\n${phone}2;${phone};Чистка;;15 002\n${phone}3;916;Экран;;500\n`)
  await page.goto('/app/#/more')
  await page.getByRole('link', { name: 'Перенос данных' }).click()
  await expect(page.getByRole('heading', { name: 'Перенос данных', level: 1 })).toBeVisible()
  await page.locator('input[type=file]').setInputFiles(path)
  await expect(page.getByText('Что станет со строками')).toBeVisible()
  await expect(page.getByText('Столбца со статусом нет: все заявки будут открытыми')).toBeVisible()
  await expect(page.getByText('Строка 4')).toBeVisible()
  const roubles = (text: string) => `${text} ₽`.replaceAll(' ', '\u00a0')
  await expect(page.getByText(`Например: 1 500 р., понято как ${roubles('1 500')}`)).toBeVisible()
  await expect(page.getByText(`${roubles('16 502')}, строк: 2`)).toBeVisible()
  await expect(page.getByText(`Самая большая сумма: ${roubles('15 002')}, строка 3`)).toBeVisible()
  await expect(page.getByLabel('Пометка')).toHaveValue('')
  await page.getByLabel('Пометка').focus()
  await page.getByLabel('Пометка').selectOption('Заметка к заявке')
  await expect(page.getByRole('button', { name: 'Перенести' })).toBeEnabled()
  await expect(page.getByText('Что станет со строками')).toBeVisible()
  await expect(page.getByLabel('Пометка'), 'who chooses by keyboard goes on where they were').toBeFocused()
  await expect(page.getByLabel('Пометка')).toHaveValue('NOTE')
  await page.screenshot({ path: info.outputPath('checked.png'), fullPage: true })
  await page.getByRole('button', { name: 'Перенести' }).click()
  await expect(page.getByText('Строки перенесены')).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Скачать строки, которые не подошли' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('заказы.refused.csv')
  await page.goto(`/app/#/tasks?search=${phone}1`)
  await expect(page.locator('.pane-list').getByText('Экран')).toBeVisible()
})
