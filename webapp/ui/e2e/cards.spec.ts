import { type Page } from '@playwright/test'
import { createTask, expect, newPhone, test, timezone } from './staff'

const card = (page: Page) => page.locator('.pane-card')

/** What the API is asked for directly, as a program does that is logged in. */
async function ask(page: Page, query: string, variables: object = {}): Promise<Record<string, Record<string, Record<string, string>>>> {
  await page.goto('/app/')
  const session = await page.evaluate(() => JSON.parse(localStorage.getItem('zayavka.session')!) as { token: string })
  const answer = await page.request.post('/graphql', {
    headers: { Authorization: `Bearer ${session.token}` },
    data: { query, variables },
  })
  const { data, errors } = await answer.json()
  expect(errors).toBeUndefined()
  return data
}

async function edit(page: Page, id: string): Promise<void> {
  await page.goto(`/app/#/tasks/${id}/edit`)
  await expect(page.getByRole('heading', { name: `Заявка № ${id}: изменить` }).or(page.getByRole('button', { name: 'Сохранить' })).first()).toBeVisible()
}

async function save(page: Page, id: string): Promise<void> {
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('heading', { name: `Заявка № ${id}`, level: 1, exact: true })).toBeVisible()
}

/** The day so many days from now, as the business has it. */
function day(offset: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: timezone }).format(new Date(Date.now() + offset * 86_400_000))
}

test('what was brought and until when it is promised are written down and read', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'Не играет левый')
  const serial = `S01-${id}`
  await edit(page, id)
  await page.getByLabel('Вещь').fill('наушники')
  await page.getByText('Марка, серийный номер, состояние').click()
  await page.getByLabel('Марка').fill('Sony')
  await page.getByLabel('Серийный номер').fill(serial)
  await page.getByLabel('Состояние').fill('Потёртости')
  await page.locator('.option').getByText('Завтра', { exact: true }).click()
  await page.getByLabel('Час, если важно').fill('18:00')
  await page.getByLabel('Гарантия до').fill(day(400))
  await save(page, id)
  await expect(card(page)).toContainText('наушники Sony. Не играет левый')
  await expect(card(page).getByText('Срок: завтра, 18:00').first()).toBeVisible()
  await page.getByRole('button', { name: 'Всё о заявке' }).click()
  for (const fact of [serial, 'Потёртости', 'завтра, 18:00', 'Что увидит клиент']) await expect(card(page).locator('.facts')).toContainText(fact)
  await expect(card(page)).toContainText(`Вещь: наушники Sony; ${serial}; Потёртости`)

  await page.goto(`/app/#/tasks?search=s01${id}`)
  await expect(page.locator('.task-row')).toHaveCount(1)
  await expect(page.locator('.task-row')).toContainText('наушники Sony. Не играет левый')
  await expect(page.locator('.task-row')).toContainText('Срок: завтра, 18:00')

  await edit(page, id)
  await expect(page.getByRole('radio', { name: 'Завтра' })).toBeChecked()
  await expect(page.getByLabel('Час, если важно')).toHaveValue('18:00')
  await page.locator('.option').getByText('Без срока', { exact: true }).click()
  await page.getByLabel('Марка').fill('')
  await save(page, id)
  await expect(card(page)).toContainText('Срок снят')
  await expect(card(page).getByText('Срок: завтра')).toHaveCount(1) // in the history alone
})

test('what is overdue stands first and is found by a chip', async ({ page }) => {
  const words = `Очередь ${newPhone().replace(/\D/g, '')}`
  const ids: string[] = []
  for (const promised of [day(1), '', day(-2)]) {
    const data = { customerPhone: newPhone(), description: words, promisedTime: promised || null }
    const { createTask } = await ask(page, 'mutation ($data: TaskInput!) { createTask(taskData: $data) { task { id } } }', { data })
    ids.push(createTask!.task!.id!)
  }
  await page.goto(`/app/#/tasks?search=${encodeURIComponent(words)}`)
  await page.getByRole('button', { name: 'Фильтры' }).click()
  const due = page.getByRole('group', { name: 'Срок', exact: true })
  await due.getByRole('button', { name: 'Сначала срочные' }).click()
  const rows = page.locator('.task-row a.row-title')
  await expect(rows).toHaveCount(3)
  // There were three in another order before.
  const order = () => rows.evaluateAll((links) => links.map(({ id }) => id))
  await expect.poll(order).toEqual([ids[2], ids[0], ids[1]].map((id) => `task-${id}`))
  for (const part of ['Просрочено', 'Завтра', 'Без срока']) await expect(page.getByRole('region', { name: part })).toBeVisible()

  await due.getByRole('button', { name: 'Просрочено' }).click()
  await expect(rows).toHaveCount(1)
  await expect(page.locator('.task-row')).toContainText('Просрочено')
  await due.getByRole('button', { name: 'Завтра' }).click()
  await expect(page.locator(`#task-${ids[0]}`)).toBeVisible()
  await expect(rows).toHaveCount(1)
})

test('the shop’s own steps and kinds of work are chosen for a task', async ({ page }) => {
  const name = `Этап ${newPhone().slice(-5)}`
  const { createStage } = await ask(page, 'mutation ($data: StageInput!) { createStage(stageData: $data) { stage { id } } }', {
    data: { status: 'IN_PROGRESS', nameRu: name },
  })
  const { createCategory } = await ask(
    page,
    'mutation ($data: ShopCategoryInput!) { createCategory(categoryData: $data) { category { id } } }',
    { data: { category: 'REPAIR', nameRu: `Вид ${name}` } },
  )
  const { createTask } = await ask(page, 'mutation ($data: TaskInput!) { createTask(taskData: $data) { task { id } } }', {
    data: { customerPhone: newPhone(), category: 'REPAIR', status: 'IN_PROGRESS', description: 'С этапом' },
  })
  const id = createTask!.task!.id!
  await page.goto(`/app/#/tasks/${id}`)
  await card(page).locator('.option').getByText(name, { exact: true }).click()
  await expect(card(page)).toContainText(`Этап: ${name}`)
  await edit(page, id)
  await expect(page.getByRole('radio', { name, exact: true })).toBeChecked()
  await page.locator('.option').getByText(`Вид ${name}`).click()
  await save(page, id)
  await expect(card(page)).toContainText(`Категория: Вид ${name}`)
  await card(page).locator('.option-READY').first().click()
  await expect(card(page).getByRole('radio', { name, exact: true })).toHaveCount(0)
  // That is shown before the server has it; this is said after.
  await expect(page.locator('.toasts')).toContainText(`№ ${id} → Готово`)

  // Others go on seeing the four statuses and categories alone.
  await ask(page, 'mutation ($id: ID!) { deleteStage(id: $id, successorId: "") { id } }', { id: createStage!.stage!.id })
  await ask(page, 'mutation ($id: ID!) { deleteCategory(id: $id, successorId: "") { id } }', { id: createCategory!.category!.id })
})

test('an access code is shown when it is asked for, and that is noted', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'С паролем')
  await page.getByRole('button', { name: 'Всё о заявке' }).click()
  await page.getByRole('button', { name: 'Записать код доступа' }).click()
  await page.getByRole('dialog').getByLabel('Код доступа').fill('1234')
  await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Код доступа записан', { exact: true })).toBeVisible()
  await expect(card(page)).not.toContainText('1234')
  await page.getByRole('button', { name: 'Показать код доступа' }).click()
  await expect(card(page)).toContainText('1234')
  await expect(card(page)).toContainText('Показан код доступа')
  await page.goto('/app/#/tasks')
  await expect(page.getByRole('button', { name: 'Всё о заявке' })).toHaveCount(0)
  await page.goto(`/app/#/tasks/${id}`)
  await page.getByRole('button', { name: 'Всё о заявке' }).click()
  await expect(card(page).getByRole('button', { name: 'Показать код доступа' })).toBeVisible()
  await expect(card(page)).not.toContainText('1234')
})
