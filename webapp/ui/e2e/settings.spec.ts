import type { Page } from '@playwright/test'
import { createTask, expect, graphql, logIn, newPhone, test, timezone } from './staff'
import { chatOf, newCustomer } from './telegram'

const international = (phone: string) => `+7${phone.replace(/\D/g, '').slice(1)}`
const said = async (person: number) => (await chatOf(person)).map(({ text }) => text).join('\n')
const save = (page: Page) => page.getByRole('button', { name: 'Сохранить' }).click()
const title = (page: Page, name: string) => expect(page.getByRole('heading', { name, level: 1, exact: true })).toBeVisible()
const preview = (page: Page, language = 'По-русски') => page.getByRole('group', { name: `Клиент прочитает: ${language}` })

async function open(page: Page, address = ''): Promise<void> {
  await page.goto(`/app/#/settings${address}`)
  await expect(page.locator('.pane-card').getByRole('heading', { level: 1 })).toBeVisible()
}

async function makeStage(page: Page, name: string): Promise<void> {
  await open(page, '/stages/new?status=IN_PROGRESS')
  await page.getByLabel('Название по-русски').fill(name)
  await save(page)
  await title(page, 'Этапы')
}

/** Changes what the server answers to some queries. One whose page is left meanwhile is answered to nobody. */
async function alter(page: Page, query: RegExp, change: (data: Record<string, object>) => Record<string, object | null>): Promise<void> {
  await page.route('**/graphql', async (route, request) => {
    if (!query.test(request.postData() ?? '')) return route.fallback()
    try {
      const response = await route.fetch()
      const answer = (await response.json()) as { data: Record<string, object> }
      Object.assign(answer.data, change(answer.data))
      await route.fulfill({ response, json: answer })
    } catch {
      await route.abort().catch(() => {})
    }
  })
}

test('an admin changes the address, and the customer reads it in the next message', async ({ page, request }, { project }) => {
  test.slow()
  const phone = newPhone()
  const person = await newCustomer(request, 'Света Адресова', international(phone))
  const id = await createTask(page, phone, 'Не включается')
  const address = `Мира ${project.name.length}, подъезд ${Date.now() % 1000}`
  await page.goto('/app/#/more')
  await page.getByRole('link', { name: 'Настройки мастерской' }).click()
  await title(page, 'Настройки мастерской')
  await expect(page.getByText('Работает: сообщения клиентов приходят')).toBeVisible()
  await page.getByLabel('Адрес').fill(address)
  await page.getByLabel('Ссылка на карту').fill('Ленина')
  await save(page)
  await expect(page.getByText('Введите ссылку, которая начинается с https://.')).toBeVisible()
  await expect(page.getByLabel('Адрес')).toHaveValue(address)
  await page.getByLabel('Ссылка на карту').fill('https://yandex.ru/maps/-/CD1')
  await save(page)
  await expect(page.getByText('Настройки сохранены')).toBeVisible()

  await page.goto(`/app/#/tasks/${id}`)
  await page.locator('.pane-card .option').getByText('Готово', { exact: true }).click()
  await expect(page.getByRole('radio', { name: 'Готово' })).toBeChecked()
  await expect.poll(() => said(person), { timeout: 60_000 }).toContain(address)
})

test('what is typed is asked about before it is left, and hours that make no sense are said beside them', async ({ page }) => {
  await open(page)
  await page.getByLabel('Вторник', { exact: true }).setChecked(true)
  await page.getByLabel('Вторник: открытие').fill('20:00')
  await page.getByLabel('Вторник: закрытие').fill('10:00')
  await save(page)
  await expect(page.getByRole('alert').filter({ hasText: 'закрытие должно быть позже открытия' })).toBeVisible()
  await page.getByRole('link', { name: /^Этапы/ }).click()
  await expect(page.getByRole('alertdialog')).toContainText('Выйти без сохранения?')
  await page.getByRole('button', { name: 'Остаться' }).click()
  await expect(page.getByLabel('Вторник: открытие')).toHaveValue('20:00')
  await page.getByLabel('Вторник: открытие').fill('10:00')
  await page.getByLabel('Вторник: закрытие').fill('00:00')
  await save(page)
  await expect(page.getByText('Настройки сохранены')).toBeVisible()
  await expect(page.getByLabel('Вторник: закрытие')).toHaveValue('00:00')
})

test('two admins who save at once lose nothing', async ({ page, context }) => {
  await open(page)
  const warranty = page.getByLabel('Обычная гарантия, дней')
  // Until it is there the page knows of no version that another could overtake.
  await expect(warranty).toHaveValue(/^\d+$/)
  const other = await context.newPage()
  await open(other)
  const review = `https://example.com/review/${Date.now()}`
  await other.getByLabel('Где оставить отзыв').fill(review)
  await save(other)
  await expect(other.getByText('Настройки сохранены')).toBeVisible()
  await other.close()
  await warranty.fill(String((Number(await warranty.inputValue()) % 300) + 10))
  await save(page)
  await expect(page.getByText('настройки изменил кто-то ещё')).toBeVisible()
  await save(page)
  await expect(page.getByText('Настройки сохранены')).toBeVisible()
  await expect(page.getByLabel('Где оставить отзыв')).toHaveValue(review)
})

test('a text has its places put in by buttons and is shown as the customer reads it; a wrong place is refused and nothing is lost', async ({ page }) => {
  await open(page, '/texts/CLOSED')
  const field = page.getByLabel('По-русски', { exact: true })
  await expect(preview(page)).toContainText('Заявка закрыта: № 120, наушники Sony')
  await field.fill('Спасибо, ')
  await page.getByRole('group', { name: 'Вставить: По-русски' }).getByRole('button', { name: 'номер' }).click()
  await expect(field).toHaveValue('Спасибо, {number}')
  await page.getByRole('group', { name: 'Вставить: По-русски' }).getByRole('button', { name: 'вещь' }).click()
  await expect(preview(page)).toContainText('Спасибо, 120наушники Sony')
  await expect(preview(page)).toContainText('Спасибо, 120')

  await field.fill('Спасибо за {nomer}')
  await save(page)
  await expect(page.getByText('Подстановки {nomer} нет.')).toBeVisible()
  await expect(field).toHaveValue('Спасибо за {nomer}')
  await expect(preview(page)).not.toContainText('nomer')

  await field.fill('Спасибо за {item}')
  await save(page)
  await expect(page.getByText('Текст сохранён')).toBeVisible()
  await page.reload()
  await expect(field).toHaveValue('Спасибо за {item}')
  await expect(preview(page)).toContainText('Спасибо за наушники Sony')
  await page.getByRole('button', { name: 'Вернуть исходный текст' }).click()
  await expect(field).toHaveValue(/^Заявка закрыта: № {number}/)
  await save(page)
  await expect(page.getByText('Текст сохранён')).toBeVisible()
  await page.getByRole('link', { name: 'Назад' }).click()
  await expect(page.getByRole('link', { name: 'Закрыто Обычный текст' })).toBeVisible()
})

test('a stage is made, moved up and told; one in use is removed with its successor', async ({ page }) => {
  const [first, second] = [`Ждём деталь ${Date.now()}`, `Согласуем ${Date.now()}`]
  await makeStage(page, first)
  await makeStage(page, second)
  await page.getByRole('button', { name: `Выше: ${second}` }).click()
  await expect(page.getByText('Порядок изменён')).toBeVisible()
  const rows = page.locator('.settings-row').filter({ hasText: /Ждём деталь|Согласуем/ })
  await expect(rows.filter({ hasText: first }).locator('xpath=preceding-sibling::*[1]')).toContainText(second)

  await page.getByRole('link', { name: new RegExp(first) }).click()
  await title(page, 'Этап')
  await page.getByText('Сообщать клиенту').click()
  await expect(preview(page)).toContainText(`${first}: № 120, наушники Sony`)
  await save(page)
  await expect(page.getByRole('link', { name: `${first} Клиент узнаёт` })).toBeVisible()

  const id = await createTask(page, newPhone(), 'Ждёт детали')
  await page.locator('.pane-card .option').getByText('В работе', { exact: true }).click()
  const stages = page.getByRole('radiogroup', { name: 'Этап' })
  await stages.getByText(first).click()
  await expect(stages.getByRole('radio', { name: first })).toBeChecked()
  // The server has it too: only then is the stage in use.
  const stageOf = 'query($id: ID!) { taskById(id: $id) { stage { nameRu } } }'
  await expect.poll(async () => (await graphql<{ taskById: { stage: { nameRu: string } | null } }>(page, stageOf, { id })).taskById.stage?.nameRu).toBe(first)

  await open(page, '/stages')
  await page.getByRole('link', { name: new RegExp(first) }).click()
  await page.getByRole('button', { name: 'Убрать этап' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Убрать' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('У открытых заявок стоит')
  await dialog.getByRole('button', { name: 'Убрать' }).click()
  await expect(dialog).toContainText('Выберите замену.')
  await dialog.getByText(second).click()
  await dialog.getByRole('button', { name: 'Убрать' }).click()
  await expect(page.getByText(`«${first}» убран`)).toBeVisible()
  await title(page, 'Этапы')
  await expect(page.getByRole('link', { name: new RegExp(first) })).toHaveCount(0)
  await page.goto(`/app/#/tasks/${id}`)
  await expect(stages.getByRole('radio', { name: second })).toBeChecked()
})

test('a kind of work is made, renamed and removed', async ({ page }) => {
  const name = `Пайка ${Date.now()}`
  await open(page, '/categories/new')
  await save(page)
  await expect(page.getByText('Придумайте название.')).toBeVisible()
  await page.getByLabel('Название по-английски').fill(name)
  await page.getByText('Диагностика', { exact: true }).click()
  await save(page)
  await page.getByRole('link', { name: `${name} Диагностика` }).click()
  await expect(page.getByLabel('Название по-русски')).toHaveValue(name)
  await page.getByLabel('Название по-русски').fill(`${name} BGA`)
  await save(page)
  await page.getByRole('link', { name: `${name} BGA Диагностика` }).click()
  await page.getByRole('button', { name: 'Убрать вид работ' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Убрать' }).click()
  await expect(page.getByText(`«${name} BGA» убран`)).toBeVisible()
  await title(page, 'Виды работ')
  await expect(page.getByRole('link', { name: new RegExp(name) })).toHaveCount(0)
})

test('the first day’s list leads to where a line is done, says that it is, and can be hidden', async ({ page }) => {
  // Other tests may have linked the account, which would leave nothing to be done.
  await alter(page, /query FirstSteps/, ({ firstSteps }) => ({ firstSteps: { ...firstSteps, telegramLinked: false } }))
  await open(page)
  const phone = page.getByLabel('Телефон', { exact: true })
  if ((await phone.inputValue()) !== '') {
    await phone.fill('')
    await save(page)
    await expect(page.getByRole('button', { name: 'Сохранить' })).toBeHidden()
  }
  await page.goto('/app/#/overview')
  const steps = page.getByRole('region', { name: 'Первый день' })
  await expect(steps.getByRole('link', { name: /Бот работает\s*готово/ })).toBeVisible()
  const line = steps.getByRole('link', { name: 'Заполните адрес, часы и телефон' })
  await expect(line).not.toContainText('готово')
  await line.click()
  await title(page, 'Настройки мастерской')
  await page.getByLabel('Адрес').fill('Ленина 5')
  await page.getByLabel('Телефон', { exact: true }).fill('8 917 000-99-00')
  await page.getByLabel('Среда', { exact: true }).setChecked(true)
  await save(page)
  await expect(page.getByRole('button', { name: 'Сохранить' })).toBeHidden() // the toast can be that of the time before
  await page.goto('/app/#/overview')
  await expect(line).toContainText('готово')
  await steps.getByRole('button', { name: 'Скрыть список' }).click()
  await expect(steps).toBeHidden()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Обзор', level: 1 })).toBeVisible()
  await expect(steps).toBeHidden()
})

test('a bot that takes no messages is said at the top of the overview and in the settings, with what to do', async ({ page }) => {
  let broken = true
  await alter(page, /query (FirstSteps|BotState)/, ({ botState }) =>
    broken ? { botState: { ...botState, problem: 'TOKEN_REFUSED', says: 'Telegram does not know the token' } } : {},
  )
  await page.goto('/app/#/overview')
  const told = page.getByRole('alert').filter({ hasText: 'Telegram не принимает токен' })
  await expect(told).toContainText('Возьмите токен у @BotFather заново')
  await expect(told).toContainText('Telegram does not know the token')
  await open(page)
  await expect(told).toBeVisible()
  broken = false
  await expect(page.getByText('Работает: сообщения клиентов приходят')).toBeVisible({ timeout: 40_000 }) // it is asked every 10 s
})

test('the settings say when the last backup was made, how large it is, or what is wrong', async ({ page }) => {
  let state: Record<string, object | null> = { backupState: null }
  const good = { madeTime: '2026-03-02T11:30:00Z', size: 12_345_678, missingFiles: 0, overdue: false, failure: null }
  await alter(page, /query BackupState/, () => state)
  await open(page)
  await expect(page.getByText('Резервные копии не делаются')).toBeVisible()
  state = { backupState: good }
  await page.reload()
  const hour = new Intl.DateTimeFormat('ru-RU', { timeZone: timezone, hour: '2-digit', minute: '2-digit' }).format(new Date(good.madeTime))
  await expect(page.getByText(new RegExp(`2 марта.* ${hour}, 12 МБ`))).toBeVisible()
  state = { backupState: { ...good, missingFiles: 2, failure: 'no space left on device' } }
  await page.reload()
  const told = page.getByRole('alert').filter({ hasText: 'Последнюю сделать не удалось' })
  await expect(told).toContainText('В ней нет 2 файлов')
  await expect(told).toContainText('no space left on device')
})

test('the settings and the first day’s list are for admins', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] }, locale: 'ru-RU' })
  const page = await context.newPage()
  await page.goto(new URL('/app/#/more', baseURL).href)
  await logIn(page, { email: 'igor@example.com', password: process.env.ZAYAVKA_E2E_PASSWORD! }, 'Ещё')
  await expect(page.getByRole('link', { name: 'Команда' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Настройки мастерской' })).toHaveCount(0)
  await page.goto(new URL('/app/#/overview', baseURL).href)
  await expect(page.getByRole('link', { name: /Новые/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Первый день' })).toHaveCount(0)
  await context.close()
})

test('the name of a day stands on one line, however wide the browser draws a clock', async ({ page }) => {
  await page.goto('/app/#/settings')
  const day = page.locator('.settings-day').first()
  await expect(day).toContainText('Понедельник')
  await day.locator('input[type=time]').first().evaluate((clock: HTMLElement) => (clock.style.width = '130px'))
  await day.locator('input[type=time]').last().evaluate((clock: HTMLElement) => (clock.style.width = '130px'))
  const { height } = (await day.locator('label').boundingBox())!
  expect(height).toBeLessThan(60)
})
