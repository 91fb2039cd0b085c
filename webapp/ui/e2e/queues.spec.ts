import { createTask, expect, graphql, newPhone, settle, test } from './staff'
import { newCustomer } from './telegram'

test('the overview says what is promised and what waits to be picked up, and leads there', async ({ page }) => {
  const phone = newPhone()
  const id = await createTask(page, phone, 'Ждёт клиента')
  await page.goto(`/app/#/tasks/${id}/edit`)
  await page.locator('.option span').getByText('Сегодня', { exact: true }).click()
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('heading', { name: `Заявка № ${id}`, level: 1 })).toBeVisible()

  await page.goto('/app/#/overview')
  const today = page.getByRole('link', { name: /Обещаны сегодня/ })
  await expect(today.locator('.number-count')).toHaveText(/^[1-9]/)
  await today.click()
  await expect(page).toHaveURL(/status=ACCEPTED,IN_PROGRESS&due=today/)
  await expect(page.locator(`#task-${id}`)).toBeVisible()

  await page.goto('/app/#/overview')
  const queue = page.getByRole('region', { name: 'Готовы дольше всех' })
  await expect(queue.locator('.task-row').first()).toContainText(/готово \d+ (день|дня|дней|ч)/)
  await expect(queue.getByRole('link', { name: /^Позвонить/ }).first()).toHaveAttribute('href', /^tel:/)
  await queue.getByRole('link', { name: /^Все готовые/ }).click()
  await expect(page).toHaveURL(/#\/tasks\?status=READY/)
})

test('what is ready stands by its wait, the longest first, with who sees to it and a call', async ({ page }) => {
  // How much of the demo's work is ready depends on the time of day.
  const ids = [await createTask(page, newPhone(), 'Готово')]
  while (ids.length < 3) {
    const { createTask } = await graphql<{ createTask: { task: { id: string } } }>(page, 'mutation($data: TaskInput!) { createTask(taskData: $data) { task { id } } }', {
      data: { customerPhone: newPhone(), description: 'И это готово', category: 'REPAIR' },
    })
    ids.push(createTask.task.id)
  }
  for (const id of ids) await graphql(page, 'mutation($data: TaskInput!) { updateTask(taskData: $data) { task { id } } }', { data: { id, status: 'READY' } })
  await page.goto('/app/#/tasks?status=READY')
  await page.reload() // no list of before is there
  const rows = page.locator('.pane-list .task-row')
  await expect(rows.first()).toBeVisible()
  const hours = (await rows.locator('.ready-since').allTextContents()).map((text) => {
    const [, count, unit] = /(\d+) (мин|ч|д)/.exec(text)!
    return Number(count) * { мин: 1 / 60, ч: 1, д: 24 }[unit as 'ч']
  })
  expect(hours.length).toBeGreaterThan(2)
  expect(hours).toEqual([...hours].sort((one, other) => other - one))
  await expect(rows.first()).toContainText(/Анна Лебедева|Игорь Соколов|Марина Ким/)
  await expect(rows.first().getByRole('link', { name: /^Позвонить/ })).toHaveAttribute('href', /^tel:/)
})

test('reminders of what is ready are stopped, and go on', async ({ page, request }) => {
  const phone = newPhone()
  await newCustomer(request, 'Зоя', `+7${phone.replace(/\D/g, '').slice(1)}`)
  const id = await createTask(page, phone, 'Готово и ждёт')
  await page.locator('.option-READY span').click()
  const end = page.getByRole('region', { name: 'Напоминания и оценка' })
  await expect(end).toContainText('Напомним клиенту')
  await end.getByRole('button', { name: 'Не напоминать' }).click()
  await expect(page.locator('.toast').last()).toContainText(`Больше не напоминаем о заявке № ${id}`)
  await expect(end).toContainText('Клиенту не напоминаем')
  await page.reload()
  await end.getByRole('button', { name: 'Напоминать снова' }).click()
  await expect(end).toContainText('Напомним клиенту')

  await settle(page, { reminders: false })
  await page.reload()
  await expect(end).toContainText('Напоминания выключены в настройках')
  await settle(page, { reminders: true })
})

test('who cannot be written to is not reminded, but called', async ({ page }) => {
  await createTask(page, newPhone(), 'Клиент без бота')
  await page.locator('.option-READY span').click()
  const end = page.getByRole('region', { name: 'Напоминания и оценка' })
  await expect(end).toContainText('Бот не может написать клиенту, позвоните')
  await expect(end.getByRole('button')).toHaveCount(0)
})

test('ratings are shown in all and by member, and a poor one leads to its task with the reason', async ({ page }) => {
  await page.goto('/app/#/overview?days=90')
  const ratings = page.getByRole('region', { name: 'Оценки' })
  await expect(ratings.locator('.rating-all')).toContainText(/^\d(,\d)?.*\d+ оцен/)
  await expect(ratings).toContainText(/Анна Лебедева\d(,\d)? из 5/)
  const poor = ratings.getByRole('list', { name: 'Низкие оценки' }).getByRole('link').filter({ hasText: 'ждать пришлось неделю' }).first()
  const [, id] = /№\s(\d+)/.exec((await poor.textContent())!)!
  await poor.click()
  await expect(page.getByRole('heading', { name: `Заявка № ${id}`, level: 1 })).toBeVisible()
  const end = page.getByRole('region', { name: 'Напоминания и оценка' })
  await expect(end.getByRole('img', { name: 'Оценка 2 из 5' })).toBeVisible()
  await expect(end).toContainText('ждать пришлось неделю')
})

test('the money that customers agreed to is summed over the period', async ({ page }) => {
  await page.goto('/app/#/overview')
  const agreed = page.getByRole('region', { name: 'Согласованные цены' }).locator('.rating-average')
  // In hundredths: what is no whole number is not summed exactly.
  const amount = async () => Math.round(Number((await agreed.textContent())!.replace(/[^\d,]/g, '').replace(',', '.')) * 100)
  const before = await amount()
  await graphql(page, 'mutation($data: TaskInput!) { createTask(taskData: $data) { task { id } } }', {
    data: { customerPhone: newPhone(), agreed: [{ text: 'Ремонт', price: 740000 }] },
  })
  await page.reload()
  await expect.poll(amount).toBe(before + 740000)
  await expect(agreed).toContainText('₽')
})
