import { createTask, expect, newPhone, test } from './staff'

test('what happens elsewhere is shown at once, and new tasks wait to be asked for', async ({ page, context }) => {
  await page.goto('/app/#/tasks')
  await expect(page.locator('.pane-list .task-row').first()).toBeVisible()
  const other = await context.newPage()
  const phone = newPhone()
  const arrived = page.getByRole('button', { name: /^Показать \d+ нов/ })
  // The subscription begins after the first screen: a task that came before it is not announced.
  await expect(async () => {
    await createTask(other, phone, 'Издалека')
    await expect(arrived).toBeVisible({ timeout: 2000 })
  }).toPass()
  await arrived.click()
  const row = page.locator('.pane-list .task-row').first()
  await expect(row).toContainText('Издалека')
  await other.getByRole('button', { name: 'Взять в работу' }).click()
  await expect(row).toContainText('В работе')
})

test('two people edit one task: the later one sees what changed, and loses nothing', async ({ page, context }) => {
  const id = await createTask(page, newPhone(), 'Общая')
  await page.getByRole('link', { name: 'Изменить' }).click()
  await page.getByLabel('Описание').fill('Моё описание')

  const other = await context.newPage()
  await other.goto(`/app/#/tasks/${id}/edit`)
  await other.getByLabel('Описание').fill('Чужое описание')
  await other.getByRole('button', { name: 'Сохранить' }).click()
  await expect(other.getByText(`Заявка ${id} сохранена`)).toBeVisible()

  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Пока вы редактировали, заявку изменили.')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('Чужое описание')
  await expect(page.getByLabel('Описание')).toHaveValue('Моё описание')
  await page.getByRole('button', { name: 'Оставить моё' }).click()
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('heading', { name: `Заявка ${id}`, level: 1, exact: true })).toBeVisible()
  await expect(page.locator('.facts')).toContainText('Моё описание')
  await expect(page.locator('.history')).toContainText('Анна Лебедева')
})

test('a message waits, can be called back, and is seen to arrive', async ({ page }) => {
  await createTask(page, '+7 916 204-18-37', 'Сообщения')
  const messages = page.locator('.messages')
  await expect(messages).toContainText('«Принято»')
  await expect(messages).toContainText('отправлено')
  await page.getByRole('button', { name: 'Взять в работу' }).click()
  await expect(messages).toContainText('«В работе»')
  await page.getByRole('button', { name: /^Отменить статус/ }).click()
  await expect(page.getByRole('radio', { name: 'Принято' })).toBeChecked()
  await expect(messages).not.toContainText('«В работе»')
  await page.getByRole('button', { name: 'Взять в работу' }).click()
  await expect(messages.getByText('отправлено')).toHaveCount(2)
})
