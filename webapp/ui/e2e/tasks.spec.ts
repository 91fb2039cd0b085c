import type { Page } from '@playwright/test'
import { createCustomer, createTask, expect, newPhone, test } from './staff'

const rows = (page: Page) => page.locator('.pane-list .task-row')
const row = (page: Page, id: string) => rows(page).filter({ hasText: new RegExp(`№\\s${id} `) })

test('a task for an unknown phone makes the customer', async ({ page }) => {
  const phone = newPhone()
  await page.goto('/app/#/tasks/new')
  await page.getByLabel('Телефон клиента').fill(phone)
  await expect(page.getByText('Новый клиент: карточка появится вместе с заявкой')).toBeVisible()

  const id = await createTask(page, phone, 'Заменить экран')
  await expect(page.locator('.pane-card')).toContainText(phone)
  await expect(page.locator('.pane-card')).toContainText('Заменить экран')
  await page.goto('/app/#/tasks')
  await expect(row(page, id)).toContainText(`№ ${id} · Ремонт`)
  await expect(row(page, id)).toContainText('Принято')
})

test('a task for a known phone, however it is written, finds the customer while it is typed', async ({ page }) => {
  const phone = newPhone()
  const digits = phone.replace(/\D/g, '')
  const name = `Анна ${digits}`
  await createCustomer(page, phone, name)

  await page.goto('/app/#/tasks/new')
  const field = page.getByLabel('Телефон клиента')
  await field.pressSequentially(digits.slice(0, 10))
  await page.getByRole('button', { name }).click()
  await expect(field).toHaveValue(phone)
  await field.fill(`+7${digits.slice(1)}`)
  await expect(page.getByRole('status', { name: `Уже есть карточка: ${name}` })).toBeVisible()
  await page.getByRole('button', { name: 'Принять' }).click()
  await page.getByRole('link', { name: 'Открыть заявку' }).click()
  await expect(page.locator('.pane-card')).toContainText(name)
})

test('what is no phone is refused beside the field, and nothing typed is lost', async ({ page }) => {
  await page.goto('/app/#/tasks/new')
  await page.getByLabel('Что увидит клиент').fill('Длинное описание')
  await page.getByRole('button', { name: 'Принять' }).click()
  await expect(page.getByText('Введите телефон клиента.')).toBeVisible()
  await page.getByLabel('Телефон клиента').fill('12')
  await page.getByRole('button', { name: 'Принять' }).click()
  await expect(page.getByText('Проверьте номер: в нём не хватает цифр.')).toBeVisible()
  await expect(page.getByLabel('Что увидит клиент')).toHaveValue('Длинное описание')
})

test('a task whose answer is lost on the way is made once, though it is sent twice', async ({ page }) => {
  const phone = newPhone()
  let lost = 0
  let letAnswer = () => {}
  const late = new Promise<void>((resolve) => (letAnswer = resolve))
  await page.route('**/graphql', async (route) => {
    const asked = route.request().postData()!
    if (asked.includes('CustomerSearch')) await late // whose phone it is comes out between the two
    if (!asked.includes('CreateTask') || lost > 0) return route.continue()
    await route.fetch()
    lost++
  })
  await page.clock.install()
  await page.goto('/app/#/tasks/new')
  await page.getByLabel('Телефон клиента').fill(phone)
  await page.getByLabel('Что увидит клиент').fill('Один раз')
  await page.getByRole('button', { name: 'Принять' }).click()
  await expect.poll(() => lost).toBe(1)
  letAnswer()
  await expect(page.getByLabel('Имя', { exact: true })).toBeVisible()
  await page.clock.fastForward('00:31')
  // What else was asked for and not answered by then says so in its own place.
  await expect(page.locator('.pane-card .form-error')).toContainText('Нет связи. Проверьте сеть и попробуйте ещё раз.')
  await expect(page.getByLabel('Что увидит клиент')).toHaveValue('Один раз')
  await page.getByRole('button', { name: 'Принять' }).click()
  await expect(page.getByRole('heading', { name: /^Заявка №\s\d+ принята$/, level: 1 })).toBeVisible()

  await page.goto(`/app/#/tasks?search=${encodeURIComponent(phone)}`)
  await expect(page.getByText('1 открытая')).toBeVisible()
  await expect(rows(page)).toHaveCount(1)
})

test('a status is changed by one tap in the list, and the slip is undone by another', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'Один тап')
  await page.goto('/app/#/tasks')
  await page.getByRole('button', { name: `В работу: заявка № ${id}` }).click()
  await expect(row(page, id)).toContainText('В работе')
  // It is there for 8 s: one step sees the seconds and taps.
  await page.locator('.toasts').getByRole('button', { name: 'Отменить' }).filter({ hasText: /\([1-8] с\)/ }).click()
  await expect(row(page, id)).toContainText('Принято')
  await expect(page.getByText('Статус отменён, клиент ничего не получит')).toBeVisible()
  await page.reload()
  await expect(row(page, id)).toContainText('Принято')
})

test('a slip can be undone for as long as the customer is told nothing, and no longer', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'До конца удержания')
  await page.getByRole('button', { name: 'Взять в работу' }).click()
  const news = page.locator('.toasts')
  await expect(news.getByText(`№ ${id} → В работе`)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Отменить \(\d/ })).toBeHidden()
  await expect(news.getByRole('button', { name: 'Отменить' })).toBeHidden()
})

test('who has no chat with the bot is called when their task is ready', async ({ page }) => {
  const phone = newPhone()
  const id = await createTask(page, phone, 'Без Telegram')
  await page.locator('.option-READY span').click()
  // In one step, for it goes by itself.
  const news = page.locator('.toast').filter({ hasText: `№ ${id} → Готово. Клиент не подключён к боту и об этом не узнает` })
  await expect(news.getByRole('link', { name: 'Позвонить' })).toHaveAttribute('href', /^tel:\+7/)
})

test('a status is changed by one tap on the card, in any direction', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'На карточке')
  await page.getByRole('button', { name: 'Взять в работу' }).click()
  await expect(page.getByRole('radio', { name: 'В работе' })).toBeChecked()
  await page.locator('.option-READY span').click()
  await expect(page.getByRole('status').getByText(`№ ${id} → Готово`)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Готово' })).toBeChecked()
})

test('a status that is tapped just before the page is closed is changed', async ({ page, context }) => {
  const id = await createTask(page, newPhone(), 'Последний тап')
  await expect(page.getByRole('button', { name: 'Взять в работу' })).toBeVisible()
  await page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')]
    buttons.find(({ textContent }) => textContent === 'Взять в работу')!.click()
    location.href = 'about:blank'
  })
  await page.waitForURL('about:blank')
  const other = await context.newPage()
  await expect(async () => {
    await other.goto('about:blank')
    await other.goto(`/app/#/tasks/${id}`)
    await expect(other.getByRole('radio', { name: 'В работе' })).toBeChecked({ timeout: 2000 })
  }).toPass()
})

test('of two quick taps the later one wins, whichever request is faster', async ({ page }) => {
  await createTask(page, newPhone(), 'Два тапа')
  let letThrough = () => {}
  const slow = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()!.includes('"status":"IN_PROGRESS"')) await slow
    await route.continue()
  })
  const answers: unknown[] = []
  let read = Promise.resolve()
  page.on('response', (response) => {
    const body = response.json().catch(() => ({}))
    // In the order in which they came, whichever is read faster.
    read = read.then(async () => {
      const { data } = await body
      if (data?.updateTask) answers.push(data.updateTask.task.status)
    })
  })
  await page.getByRole('button', { name: 'Взять в работу' }).click()
  await page.locator('.option-READY span').click()
  await expect(page.getByRole('radio', { name: 'Готово' })).toBeChecked()
  letThrough()
  await expect.poll(() => answers.length).toBe(2)
  expect(answers).toEqual(['IN_PROGRESS', 'READY'])
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Готово' })).toBeChecked()
})

test('a status that the server refuses goes back, with the reason', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'Откат')
  await page.goto('/app/#/tasks')
  await page.route('**/graphql', (route) =>
    route.request().postData()!.includes('ChangeStatus') ? route.abort('internetdisconnected') : route.continue(),
  )
  await page.getByRole('button', { name: `В работу: заявка № ${id}` }).click()
  await expect(page.getByText(`№ ${id}: статус остался «Принято». Нет связи.`)).toBeVisible()
  await expect(row(page, id)).toContainText('Принято')
})

test('a task is edited', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'Было')
  await page.getByRole('link', { name: 'Изменить' }).click()
  await page.getByLabel('Что увидит клиент').fill('Стало')
  await page.locator('.option').getByText('Диагностика').click()
  await page.locator('.pane-card .option').getByText('Готово').click()
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('heading', { name: `Заявка № ${id}`, level: 1, exact: true })).toBeVisible()
  await page.reload()
  await expect(page.locator('.pane-card')).toContainText('Стало')
  await expect(page.locator('.pane-card')).toContainText('Диагностика')
  await expect(page.getByRole('radio', { name: 'Готово' })).toBeChecked()
})

test('leaving a form with unsaved input asks first', async ({ page }) => {
  await createTask(page, newPhone(), 'Черновик')
  await page.getByRole('link', { name: 'Изменить' }).click()
  await page.getByLabel('Что увидит клиент').fill('Ещё не сохранено')
  await page.getByRole('link', { name: 'Назад' }).click()
  await page.getByRole('button', { name: 'Остаться' }).click()
  await expect(page).toHaveURL(/\/edit$/)
  await expect(page.getByLabel('Что увидит клиент')).toHaveValue('Ещё не сохранено')
  await page.getByRole('link', { name: 'Назад' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Выйти' }).click()
  await expect(page.locator('.pane-card')).toContainText('Черновик')
})

test('a task is deleted after a confirmation', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'Лишняя')
  await page.getByRole('button', { name: 'Всё о заявке' }).click()
  await page.getByRole('button', { name: 'Удалить заявку' }).click()
  await page.getByRole('button', { name: 'Отмена' }).click()
  await expect(page.locator('.pane-card')).toContainText('Лишняя')
  await page.getByRole('button', { name: 'Удалить заявку' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Удалить' }).click()
  await expect(page.getByText(`Заявка № ${id} удалена`)).toBeVisible()
  await expect(rows(page).first()).toBeVisible()
  await expect(row(page, id)).toHaveCount(0)
  await page.goto(`/app/#/tasks/${id}`)
  await expect(page.getByText('Такой заявки нет.')).toBeVisible()
})

test('names and descriptions are shown as they are written, never run', async ({ page }) => {
  const phone = newPhone()
  const name = '<img src=x onerror="document.title=1"> "\'& ‮задом‬'
  await createCustomer(page, phone, name)
  const id = await createTask(page, phone, '<script>document.title=1</script><b>жирный</b>')
  await expect(page.locator('.pane-card')).toContainText('<script>document.title=1</script><b>жирный</b>')
  await expect(page.locator('.pane-card')).toContainText('<img src=x onerror=')
  await page.goto('/app/#/tasks')
  await expect(row(page, id)).toContainText('<img src=x onerror=')
  await expect(page.locator('#app img, #app b, #app script')).toHaveCount(0)
})
