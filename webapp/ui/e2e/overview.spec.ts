import { createTask, expect, newPhone, settle, test } from './staff'

test('the overview counts what is to be done, and each number leads to its list', async ({ page }) => {
  await createTask(page, newPhone(), 'Для обзора')
  await page.goto('/app/#/overview')
  const accepted = page.getByRole('link', { name: /Новые/ })
  await expect(accepted).toHaveText(/^\d+/)
  const count = Number((await accepted.locator('.number-count').textContent())!)
  expect(count).toBeGreaterThan(0)
  await accepted.click()
  await expect(page).toHaveURL(/#\/tasks\?status=ACCEPTED/)
  await expect(page.locator('.pane-list .task-row').first()).toContainText('Принято')

  await page.goto('/app/#/overview')
  await page.getByRole('link', { name: /Без движения 7\sдней/ }).click()
  await expect(page.getByText('Без движения с')).toBeVisible()
  await page.getByRole('button', { name: /^Убрать: Без движения/ }).click()
  await expect(page).toHaveURL(/#\/tasks$/)

  await page.goto('/app/#/overview')
  await page.getByRole('link', { name: /Заблокировали бота/ }).click()
  await expect(page.getByRole('button', { name: 'Заблокировали бота' })).toHaveAttribute('aria-pressed', 'true')
})

test('what counts as forgotten is what the shop has set', async ({ page }) => {
  await page.goto('/app/#/overview')
  await expect(page.getByRole('link', { name: /Без движения 7\sдней/ })).toHaveText(/^\d/)
  await settle(page, { staleDays: 2 })
  await page.reload()
  await expect(page.getByRole('link', { name: /Без движения 2\sдня/ })).toHaveText(/^\d/)
  await settle(page, { staleDays: 7 })
})

test('the charts say their values to the eye, to the keyboard and to a screen reader', async ({ page }) => {
  await page.goto('/app/#/overview')
  const chart = page.getByRole('slider', { name: /^Создано и закрыто/ })
  await expect(chart).toBeVisible()
  const readout = page.locator('.chart-card').first().locator('.readout')
  const whole = (await readout.textContent())!

  await chart.focus()
  await expect(chart).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(readout).not.toHaveText(whole)
  await expect(chart).toHaveAttribute('aria-valuetext', /Создано: \d+. Закрыто: \d+/)
  await page.keyboard.press('Escape')
  await expect(readout).toHaveText(whole)

  await chart.click()
  await expect(readout).not.toHaveText(whole)

  await expect(page.getByRole('table', { name: 'Создано и закрыто' }).getByRole('row')).toHaveCount(8)
  await page.getByText('30 дней', { exact: true }).click()
  await expect(page.getByRole('table', { name: 'Создано и закрыто' }).getByRole('row')).toHaveCount(31)
  await page.getByText('90 дней', { exact: true }).click()
  await expect(page.getByRole('table', { name: 'Создано и закрыто, по неделям' }).getByRole('row')).toHaveCount(14)
  await expect(page).toHaveURL(/days=90/)
})

test('the charts are code that is loaded when they are looked at', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/app/#/tasks')
  await expect(page.locator('.pane-list .task-row').first()).toBeVisible()
  expect(asked.filter((path) => path.includes('charts'))).toEqual([])
  await page.getByRole('link', { name: 'Обзор' }).click()
  await expect(page.getByRole('slider').first()).toBeVisible()
  expect(asked.filter((path) => /charts-[\w-]+\.js/.test(path))).toHaveLength(1)
})

test('code that does not come is said, and the rest of the app works on', async ({ page }) => {
  await page.route('**/assets/charts-*.js', (route) => route.abort('internetdisconnected'))
  await page.goto('/app/#/overview')
  await expect(page.getByText('Этот раздел не загрузился')).toBeVisible()
  await page.unroute('**/assets/charts-*.js')
  await page.getByRole('button', { name: 'Открыть заново' }).click()
  await expect(page.getByRole('slider').first()).toBeVisible()
})
