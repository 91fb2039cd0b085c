import type { APIRequestContext, Page } from '@playwright/test'
import { createTask, expect, newPhone, test } from './staff'
import { act, chatOf, newCustomer } from './telegram'

const card = (page: Page) => page.locator('.pane-card')
const row = (page: Page) => card(page).locator('.price-row')
const line = (page: Page, number: number) => card(page).getByRole('group', { name: `Строка ${number}`, exact: true })
const state = (page: Page) => card(page).locator('.estimate-state')
const total = (page: Page) => card(page).getByRole('status', { name: 'Итого' })
/** As people write it: the spaces do not break. */
const roubles = (text: string) => `${text} ₽`.replaceAll(' ', '\u00a0')

/** A task of a customer whose chat is connected, and who they are. */
async function taskInTelegram(page: Page, request: APIRequestContext): Promise<{ id: string; person: number }> {
  const phone = newPhone()
  const person = await newCustomer(request, 'Ольга Ценная', `+7${phone.replace(/\D/g, '').slice(1)}`)
  return { id: await createTask(page, phone, 'Разбит экран'), person }
}

async function write(page: Page, number: number, text: string, price: string, quantity = ''): Promise<void> {
  await line(page, number).getByLabel('Что сделать').fill(text)
  if (quantity) await line(page, number).getByLabel('Количество').fill(quantity)
  await line(page, number).getByLabel('Цена за единицу').fill(price)
}

/** The message that asks the customer, as it is now: it may be held back for 8 s, and be late on a busy machine. */
async function question(person: number, text: string) {
  test.slow()
  let found: Awaited<ReturnType<typeof chatOf>>[number] | undefined
  await expect
    .poll(async () => {
      found = (await chatOf(person)).findLast((message) => message.text.includes(text))
      return found?.buttons?.length ?? 0
    }, { timeout: 60_000 })
    .toBeGreaterThan(0)
  return found!
}

async function send(page: Page): Promise<void> {
  await card(page).getByRole('button', { name: 'Отправить клиенту' }).click()
  await expect(page.getByText('Цена ушла клиенту').last()).toBeVisible()
  await expect(row(page)).toContainText('ждём ответа')
}

test('a price is written in lines and sent, the customer accepts it in the chat, and the task shows that by itself', async ({ page, request }) => {
  const { id, person } = await taskInTelegram(page, request)
  await expect(row(page)).toContainText('Цены пока нет')
  await row(page).click()
  await write(page, 1, 'Экран оригинал', '3 500,50', '2')
  await expect(total(page)).toContainText(roubles('7 001'))
  await page.getByRole('button', { name: 'Скидка' }).click()
  await line(page, 2).getByLabel('Цена за единицу').pressSequentially('1.50')
  await expect(total(page)).toContainText(roubles('6 999,50'))
  await send(page)
  await expect(page.getByRole('heading', { name: `Заявка № ${id}`, level: 1, exact: true })).toBeVisible()
  await expect(row(page)).toContainText(roubles('6 999,50'))
  await expect(row(page)).toContainText('ждём ответа')
  await expect(card(page)).toContainText(`Цена отправлена на согласование: ${roubles('6 999,50')}`)

  const asked = await question(person, 'Согласуйте цену')
  expect(asked.text).toContain('Экран оригинал × 2')
  await act(request, person, 'tap', { message: asked.id, row: 0, column: 0 })
  await expect(row(page)).toContainText('согласована')
  await expect(card(page)).toContainText(`Согласие на ${roubles('6 999,50')}, в Telegram`)
  await row(page).click()
  await expect(state(page)).toContainText('Клиент согласен')
  await expect(state(page)).toContainText('в Telegram, сегодня в')
})

test('what was used before is offered while a line is typed, with its price', async ({ page }) => {
  const words = `Чистка ${newPhone().slice(-5)}`
  await createTask(page, newPhone(), 'Первая')
  await row(page).click()
  await write(page, 1, words, '1 200')
  await card(page).getByRole('button', { name: 'Сохранить черновик' }).click()
  await expect(state(page)).toContainText('Черновик')
  await createTask(page, newPhone(), 'Вторая')
  await row(page).click()
  await line(page, 1).getByLabel('Что сделать').pressSequentially(words.slice(0, -2).toLowerCase())
  await card(page).getByRole('list', { name: 'Было раньше' }).getByRole('button', { name: words }).click()
  await expect(line(page, 1).getByLabel('Что сделать')).toHaveValue(words)
  await expect(line(page, 1).getByLabel('Цена за единицу')).toHaveValue('1200')
  await expect(total(page)).toContainText(roubles('1 200'))
})

test('what is said by phone is noted, with who noted it and why', async ({ page }) => {
  await createTask(page, newPhone(), 'Без Telegram')
  await row(page).click()
  await write(page, 1, 'Работа', '2400')
  await card(page).getByRole('button', { name: 'Сохранить: спросим сами' }).click()
  await row(page).click()
  await expect(card(page)).toContainText('Клиента нет в Telegram: спросите сами')
  await card(page).getByRole('button', { name: 'Клиент согласился…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(`Согласие на ${roubles('2 400')}`)
  await dialog.getByLabel('Комментарий').fill('просил до пятницы')
  await dialog.getByRole('button', { name: 'Записать' }).click()
  await expect(state(page)).toContainText('Клиент согласен')
  await expect(state(page)).toContainText('по телефону, сегодня в')
  await expect(state(page)).toContainText('Анна Лебедева')
  await expect(card(page)).toContainText('Комментарий: просил до пятницы')
})

test('a new version begins from the lines before and withdraws them, and the old button decides nothing', async ({ page, request }) => {
  const { id, person } = await taskInTelegram(page, request)
  await row(page).click()
  await write(page, 1, 'Замена экрана', '7 400')
  await send(page)
  const old = await question(person, `Согласуйте цену: ${roubles('7 400')}`)
  await row(page).click()
  await card(page).getByRole('link', { name: 'Изменить цену' }).click()
  await expect(line(page, 1).getByLabel('Что сделать')).toHaveValue('Замена экрана')
  await line(page, 1).getByLabel('Цена за единицу').fill('9 200')
  await send(page)
  await expect(row(page)).toContainText(roubles('9 200'))
  await act(request, person, 'tap', { message: old.id, row: 0, column: 0 })
  const next = await question(person, `Согласуйте цену: ${roubles('9 200')}`)
  await expect.poll(async () => (await chatOf(person)).filter(({ text }) => text.includes(`Согласен · ${roubles('7 400')}`)).length).toBe(0)
  await expect(row(page)).toContainText('ждём ответа')
  await page.goto(`/app/#/tasks/${id}/price`)
  await expect(state(page).first()).toContainText('Ждём ответа')
  await card(page).getByText('1 прежняя версия').click()
  await expect(card(page).locator('.versions .estimate-state')).toContainText('Отозвана')
  await act(request, person, 'tap', { message: next.id, row: 1, column: 0 })
  await expect(state(page).first()).toContainText('Клиент отказался')
})

test('a price is taken back before it is answered', async ({ page, request }) => {
  const { person } = await taskInTelegram(page, request)
  await row(page).click()
  await write(page, 1, 'Замена экрана', '500')
  await send(page)
  await question(person, 'Согласуйте цену')
  await row(page).click()
  await card(page).getByRole('button', { name: 'Отозвать' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Отозвать' }).click()
  await expect(state(page)).toContainText('Отозвана')
  await expect.poll(async () => (await chatOf(person)).map(({ text }) => text).join(), { timeout: 60_000 }).toContain('Эта цена больше не предлагается')
})

test('what is paid is noted with what is left, and a slip is taken back', async ({ page }) => {
  await page.goto('/app/#/tasks/new')
  await page.getByLabel('Телефон клиента').fill(newPhone())
  await page.getByLabel('Что увидит клиент').fill('Замена стекла')
  await page.getByLabel('Цена, если уже договорились').fill('7 400')
  await page.getByRole('button', { name: 'Принять' }).click()
  await page.getByRole('link', { name: 'Открыть заявку' }).click()
  await expect(row(page)).toContainText(roubles('7 400'))
  await expect(row(page)).toContainText('согласована')
  await expect(card(page)).toContainText(`Согласие на ${roubles('7 400')}, на месте`)
  await row(page).click()
  await expect(card(page).locator('.estimate-lines')).toContainText('Замена стекла')

  const balance = card(page).locator('.balance')
  await expect(balance).toContainText(`Осталось${roubles('7 400')}`)
  const amount = card(page).getByLabel('Сумма')
  await amount.fill('пять тысяч')
  await card(page).getByRole('button', { name: 'Записать оплату' }).click()
  await expect(card(page).getByText(/^Напишите сумму, например 7.400,50\.$/)).toBeVisible()
  await expect(amount).toHaveValue('пять тысяч')
  await amount.fill('5 000')
  await card(page).getByText('Карта', { exact: true }).click()
  await card(page).getByRole('button', { name: 'Записать оплату' }).click()
  await expect(balance).toContainText(`Осталось${roubles('2 400')}`)
  await expect(amount).toHaveValue('')
  await card(page).getByRole('button', { name: `Весь остаток: ${roubles('2 400')}` }).click()
  await card(page).getByRole('button', { name: 'Записать оплату' }).click()
  await expect(balance).toContainText('Оплачено полностью')
  await card(page).getByRole('button', { name: `Записать возврат ${roubles('5 000')}` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Записать возврат' }).click()
  await expect(balance).toContainText(`Осталось${roubles('5 000')}`)
  await expect(card(page).locator('.payments')).toContainText('возврат, карта')
  await expect(card(page).getByRole('button', { name: /^Записать возврат/ })).toHaveCount(1)
  await page.goBack()
  await expect(row(page)).toContainText(`осталось ${roubles('5 000')}`)
})

test('what is refused stays as it was typed, and what is typed survives a reload', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'С ошибкой')
  await row(page).click()
  await write(page, 1, 'Замена экрана', 'семь тысяч')
  await card(page).getByRole('button', { name: 'Сохранить черновик' }).click()
  await expect(card(page).getByText(/^Напишите сумму, например 7.400,50\.$/)).toBeVisible()
  await expect(line(page, 1).getByLabel('Цена за единицу')).toHaveValue('семь тысяч')
  await line(page, 1).getByLabel('Цена за единицу').fill('7000')
  await expect(card(page).getByText(/^Напишите сумму, например 7.400,50\.$/)).toHaveCount(0)
  page.once('dialog', (dialog) => void dialog.accept())
  // What others do is told from then on.
  const told = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framesent', ({ payload }) => String(payload).includes('TaskChanged')))
  await page.reload()
  await told
  await expect(line(page, 1).getByLabel('Что сделать')).toHaveValue('Замена экрана')

  // Somebody else writes a price meanwhile.
  const session = await page.evaluate(() => JSON.parse(localStorage.getItem('zayavka.session')!) as { token: string })
  const theirs = await page.request.post('/graphql', {
    headers: { Authorization: `Bearer ${session.token}` },
    data: { query: `mutation { saveEstimate(taskId: ${id}, lines: [{text: "Чужая строка", price: 100}]) { estimate { id } } }` },
  })
  expect(theirs.ok()).toBe(true)
  await expect(card(page).getByRole('alert')).toContainText('Пока вы писали, цену изменили')
  await expect(card(page).getByRole('alert')).toContainText('Чужая строка')
  await expect(line(page, 1).getByLabel('Цена за единицу')).toHaveValue('7000')
  await card(page).getByRole('button', { name: 'Мой вариант' }).click()
  await card(page).getByRole('button', { name: 'Сохранить черновик' }).click()
  await expect(state(page)).toContainText('Черновик')
  await expect(card(page).locator('.estimate-lines')).toContainText(roubles('7 000'))
})

test('a price that is saved but cannot be sent is sent by another try, once', async ({ page, request }) => {
  const { id, person } = await taskInTelegram(page, request)
  await row(page).click()
  await write(page, 1, 'Замена экрана', '7 400')
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('SendEstimate') ? route.abort('internetdisconnected') : route.continue(),
  )
  await card(page).getByRole('button', { name: 'Отправить клиенту' }).click()
  await expect(card(page).locator('.form-error')).toBeVisible()
  await expect(card(page).getByText('Пока вы писали, цену изменили')).toHaveCount(0)
  await expect(line(page, 1).getByLabel('Цена за единицу')).toHaveValue('7 400')
  await line(page, 1).getByLabel('Цена за единицу').fill('7 500')
  await page.unroute('**/graphql')
  await send(page)
  await expect(row(page)).toContainText(roubles('7 500'))
  await question(person, `Согласуйте цену: ${roubles('7 500')}`)
  await page.goto(`/app/#/tasks/${id}/price`)
  await expect(state(page)).toHaveCount(1)
})

test('nothing of a price is wider than the screen', async ({ page, viewport }) => {
  const id = await createTask(page, newPhone(), 'Широко')
  await page.goto(`/app/#/tasks/${id}/price/edit`)
  await write(page, 1, 'Оченьдлинноесловокотороенеразбивается'.repeat(4), '19 999 999,99')
  await card(page).getByRole('button', { name: 'Сохранить черновик' }).click()
  await expect(state(page)).toContainText('Черновик')
  for (const place of ['price', 'price/edit', '']) {
    for (const part of [1, 2]) {
      await page.setViewportSize({ width: Math.floor(viewport!.width / part), height: viewport!.height })
      await page.goto(`/app/#/tasks/${id}/${place}`)
      await expect(card(page).getByRole('heading', { level: 1 })).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), place).toBeLessThanOrEqual(0)
    }
  }
})
