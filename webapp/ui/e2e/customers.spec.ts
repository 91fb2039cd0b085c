import { createCustomer, createTask, expect, newPhone, test } from './staff'

test('a customer is added, found by name and by phone, and renamed', async ({ page }) => {
  const phone = newPhone()
  const digits = phone.replace(/\D/g, '')
  await createCustomer(page, phone, `Игорь ${digits}`)
  await page.goto('/app/#/customers')
  const rows = page.locator('.pane-list .customer-row')
  await page.getByRole('searchbox').fill(`игорь ${digits}`)
  await expect(rows).toHaveCount(1)
  await page.getByRole('searchbox').fill(`+7${digits.slice(1)}`)
  await expect(rows).toHaveCount(1)
  await rows.getByRole('link').click()

  await expect(page.getByRole('link', { name: `Позвонить ${phone}` })).toHaveAttribute('href', `tel:+7${digits.slice(1)}`)
  await page.getByRole('link', { name: 'Изменить' }).click()
  await expect(page.getByLabel('Телефон', { exact: true })).not.toBeEditable()
  await page.getByLabel('Имя', { exact: true }).fill(`Игорь Смирнов ${digits}`)
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('heading', { name: `Игорь Смирнов ${digits}`, level: 1 })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: `Игорь Смирнов ${digits}`, level: 1 })).toBeVisible()
})

test('a phone that is taken is said beside the field', async ({ page }) => {
  const phone = newPhone()
  await createCustomer(page, phone, 'Первый')
  await page.goto('/app/#/customers/new')
  await page.getByLabel('Телефон', { exact: true }).fill(`+7${phone.replace(/\D/g, '').slice(1)}`)
  await page.getByLabel('Имя', { exact: true }).fill('Второй')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Клиент с таким телефоном уже есть.')).toBeVisible()
  await expect(page.getByLabel('Имя', { exact: true })).toHaveValue('Второй')
})

test('a customer’s card shows the tasks and starts a new one', async ({ page }) => {
  const phone = newPhone()
  const id = await createTask(page, phone, 'Первая заявка')
  await page.locator('.pane-card .customer-row').getByRole('link').first().click()
  await expect(page.locator('.pane-card')).toContainText(`Заявка ${id}`)
  await page.locator('.pane-card').getByRole('button', { name: 'Новая заявка' }).click()
  await expect(page.getByLabel('Телефон клиента')).toHaveValue(phone)
})

test('a customer is deleted after a confirmation that says what stays', async ({ page }) => {
  const phone = newPhone()
  const id = await createTask(page, phone, 'Останется без клиента')
  await page.locator('.pane-card .customer-row').getByRole('link').first().click()
  await page.getByRole('button', { name: 'Удалить клиента' }).click()
  await expect(page.getByRole('alertdialog')).toContainText('Её заявки останутся, но без клиента.')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Удалить' }).click()
  await expect(page.getByText('Клиент удалён')).toBeVisible()
  await page.goto(`/app/#/tasks/${id}`)
  await expect(page.getByText('Без клиента: карточка удалена').last()).toBeVisible()
})

test('nobody found is said', async ({ page }) => {
  await page.goto('/app/#/customers')
  await page.getByRole('searchbox').fill('такого человека нет')
  await expect(page.getByText('По запросу «такого человека нет» никого нет.')).toBeVisible()
})
