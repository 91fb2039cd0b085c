import type { Page } from '@playwright/test'
import { createTask, expect, graphql, newPhone, test } from './staff'

const row = (page: Page, id: string) => page.locator('.pane-list .task-row').filter({ hasText: new RegExp(`№\\s${id} `) })
const statusAtServer = async (page: Page, id: string) => {
  const { taskById } = await graphql<{ taskById: { status: string } }>(page, 'query ($id: ID!) { taskById(id: $id) { status } }', { id })
  return taskById.status
}

test('of three taps in one place the first one counts', async ({ page }) => {
  await page.clock.install()
  const id = await createTask(page, newPhone(), 'Три тапа')
  await page.goto('/app/#/tasks')
  const next = row(page, id).locator('.next-button')
  await expect(next).toHaveAttribute('aria-disabled', 'false')
  // All within the second for which the button rests, however long they take.
  await page.clock.pauseAt(Date.now() + 1000)
  for (let tap = 0; tap < 3; tap++) await next.dispatchEvent('click')
  await page.clock.resume()
  await expect(row(page, id)).toContainText('В работе')
  await expect(next).toHaveAttribute('aria-disabled', 'false')
  // The row shows the status before the server has it; this is said after.
  await expect(page.locator('.toasts')).toContainText(`№ ${id} → В работе`)
  expect(await statusAtServer(page, id)).toBe('IN_PROGRESS')
  await next.click()
  await expect(row(page, id).locator('.pill')).toHaveText('Готово')
})

test('arrow keys on the statuses move the focus, and Space or Enter chooses', async ({ page }) => {
  await createTask(page, newPhone(), 'Клавиатура')
  const radio = (name: string) => page.getByRole('radio', { name, exact: true })
  await expect(page.locator('.lines')).toContainText('Заявка создана')
  await radio('Принято').focus()
  await expect(radio('Принято')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(radio('В работе')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(radio('Готово')).toBeFocused()
  await expect(radio('Принято')).toBeChecked()
  await page.keyboard.press('ArrowLeft')
  await expect(radio('В работе')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(radio('В работе')).toBeChecked()
  await expect(page.locator('.toasts')).toContainText('→ В работе')
})

test('what is not ready is closed after a question, and what is ready at once', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'Рано закрывать')
  await page.locator('.option-CLOSED span').click()
  await page.getByRole('alertdialog', { name: `Закрыть заявку № ${id}?` }).getByRole('button', { name: 'Отмена' }).click()
  await expect(page.getByRole('radio', { name: 'Принято' })).toBeChecked()
  await page.locator('.option-READY span').click()
  await expect(page.getByRole('radio', { name: 'Готово' })).toBeChecked()
  await page.locator('.option-CLOSED span').click()
  await expect(page.locator('.toasts')).toContainText(`№ ${id} → Закрыто`)
  await expect(page.getByRole('radio', { name: 'Закрыто' })).toBeChecked()
})

test('a change of the status moves nothing that can be tapped', async ({ page }) => {
  await createTask(page, newPhone(), 'Ничего не прыгает')
  const tapped = ['.pane-card .steps .option-READY span', '.task-about a[href^="tel:"]', '.price-row', '.composer textarea']
  const places = () => Promise.all(tapped.map((one) => page.locator(one).first().boundingBox()))
  await expect(page.locator('.lines')).toContainText('Заявка создана')
  const before = await places()
  for (const [tap, text] of [['Взять в работу', 'В работе'], ['Отметить готовой', 'Готово']] as const) {
    const button = page.locator('.advance')
    await expect(button).toHaveAttribute('aria-disabled', 'false')
    await button.click()
    await expect(page.getByRole('radio', { name: text })).toBeChecked()
    await expect(page.locator('.toasts')).toContainText(`→ ${text}`)
    await expect(page.locator('.lines')).toContainText(`→ ${text}`)
    expect(await places(), tap).toEqual(before)
  }
})

test('news of new tasks floats over the list, and so does the word that the network is gone', async ({ page, context }) => {
  await page.goto('/app/#/tasks')
  const first = page.locator('.pane-list .task-row').first()
  await expect(first).toBeVisible()
  // Chips come with their counts.
  await expect(page.locator('.pane-list .subtitle')).toHaveText(/\d/)
  const top = (await first.boundingBox())!.y
  const other = await context.newPage()
  const arrived = page.getByRole('button', { name: /^Показать \d+ нов/ })
  await expect(async () => {
    await createTask(other, newPhone(), 'Новость')
    await expect(arrived).toBeVisible({ timeout: 2000 })
  }).toPass()
  expect((await first.boundingBox())!.y).toBe(top)
  await context.setOffline(true)
  await expect(page.getByText('Нет связи с сетью.')).toBeVisible()
  expect((await first.boundingBox())!.y).toBe(top)
  await context.setOffline(false)
})

test('a row under the mouse stays on its ground', async ({ page, viewport }) => {
  test.skip(viewport!.width < 900, 'a finger does not hover')
  await page.goto('/app/#/tasks')
  const first = page.locator('.pane-list .task-row').first()
  const ground = () => first.evaluate((row) => getComputedStyle(row).backgroundColor)
  await expect(first).toBeVisible()
  const before = await ground()
  await first.hover()
  await expect.poll(() => first.evaluate((row) => getComputedStyle(row).boxShadow)).not.toBe('none')
  expect(await ground()).toBe(before)
})

test('a card opens with what its row knows, before anything more is there', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'Видно сразу')
  await page.goto('/app/#/customers')
  await page.reload()
  await page.goto('/app/#/tasks')
  await expect(page.locator(`#task-${id}`)).toBeVisible()
  let come = () => {}
  const way = new Promise<void>((resolve) => (come = resolve))
  await page.route('**/graphql', async (route) => {
    if (/query Task\(/.test(route.request().postData() ?? '')) await way
    await route.continue()
  })
  await page.locator(`#task-${id}`).click()
  const card = page.locator('.pane-card')
  await expect(card.locator('.skeleton').first()).toBeVisible()
  await expect(card.getByRole('radio', { name: 'Принято' })).toBeChecked()
  await expect(card.locator('.task-short')).toContainText('Видно сразу')
  const call = card.getByRole('link', { name: /^Позвонить/ })
  const before = await call.boundingBox()
  come()
  await expect(card.locator('.lines')).toContainText('Заявка создана')
  expect(await call.boundingBox()).toEqual(before)
})

test('what is wrong comes before the rest, a customer is edited from the header, and many tasks have their own page', async ({ page }) => {
  const phone = newPhone()
  const id = await createTask(page, phone, 'Не включается')
  await page.getByRole('button', { name: 'Всё о заявке' }).click()
  await expect(page.locator('.facts dd').first()).toHaveText('Не включается')
  for (let more = 0; more < 6; more++) {
    await graphql(page, 'mutation ($data: TaskInput!) { createTask(taskData: $data) { task { id } } }', {
      data: { customerPhone: phone, description: 'Ещё одна' },
    })
  }
  await page.locator('.task-all a[href^="#/customers/"]').click()
  const card = page.locator('.pane-card')
  await expect(card.locator('.header').getByRole('link', { name: 'Изменить' })).toBeInViewport()
  await expect(card.locator('.task-row')).toHaveCount(5)
  await card.getByRole('link', { name: 'Все заявки: 7' }).click()
  await expect(page.locator('.pane-list .task-row')).toHaveCount(7)
  await expect(page.locator(`#task-${id}`)).toBeVisible()
})
