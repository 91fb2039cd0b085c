import type { Page } from '@playwright/test'
import { createCustomer, createTask, expect, newPhone, test } from './staff'
import { newCustomer } from './telegram'

const rows = (page: Page) => page.locator('.pane-list .customer-row')
const card = (page: Page) => page.locator('.pane-card')

test('a customer is added, found by name and by phone, and edited', async ({ page }) => {
  const phone = newPhone()
  const digits = phone.replace(/\D/g, '')
  await createCustomer(page, phone, `Игорь ${digits}`)
  await page.goto('/app/#/customers')
  await page.getByRole('searchbox').fill(`игорь ${digits}`)
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('searchbox').fill(`+7${digits.slice(1)}`)
  await expect(page).toHaveURL(new RegExp(`search=%2B7${digits.slice(1)}`))
  await expect(rows(page)).toHaveCount(1)
  await rows(page).getByRole('link').click()

  await expect(page.getByRole('link', { name: `Позвонить ${phone}` })).toHaveAttribute('href', `tel:+7${digits.slice(1)}`)
  await expect(page.getByRole('link', { name: `Написать в Telegram: ${phone}` })).toHaveAttribute(
    'href',
    `https://t.me/+7${digits.slice(1)}`,
  )
  await expect(card(page)).toContainText('Не приходят: клиент ещё не писал боту')
  await expect(card(page)).toContainText('Записан со слов')

  const another = newPhone()
  await page.getByRole('link', { name: 'Изменить' }).click()
  await page.getByLabel('Телефон', { exact: true }).fill(another)
  await page.getByLabel('Имя', { exact: true }).fill(`Игорь Смирнов ${digits}`)
  await page.getByLabel('Заметка').fill('Звонить после 18:00')
  await page.getByText('Английский').click()
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('heading', { name: `Игорь Смирнов ${digits}`, level: 1 })).toBeVisible()
  await page.reload()
  for (const text of [another, 'Звонить после 18:00', 'Английский']) await expect(card(page)).toContainText(text)
})

test('a chat opens by the international number, however a foreign one was written', async ({ page }) => {
  const digits = newPhone().replace(/\D/g, '').slice(-8)
  for (const [written, link] of [[`+49 (0)151 ${digits}`, `49151${digits}`], [`998 90 ${digits.slice(-7)}`, `99890${digits.slice(-7)}`]] as const) {
    await createCustomer(page, written, `Гость ${written}`)
    await expect(card(page).locator('a[href^="https://t.me/"]')).toHaveAttribute('href', `https://t.me/+${link}`)
  }
})

test('the form saves what was touched alone, and leaves what a colleague has changed meanwhile', async ({ page, context }) => {
  const phone = newPhone()
  const name = `Мария ${phone.replace(/\D/g, '')}`
  await createCustomer(page, phone, name)
  const colleague = await context.newPage()
  await colleague.goto(page.url())
  await page.getByRole('link', { name: 'Изменить' }).click()
  await page.getByLabel('Заметка').fill('Звонить вечером')

  await colleague.getByRole('link', { name: 'Изменить' }).click()
  await colleague.getByLabel('Имя', { exact: true }).fill(`${name} Новая`)
  await colleague.getByRole('button', { name: 'Сохранить' }).click()
  await expect(colleague.getByRole('heading', { name: `${name} Новая`, level: 1 })).toBeVisible()

  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('heading', { name: `${name} Новая`, level: 1 })).toBeVisible()
  await expect(card(page)).toContainText('Звонить вечером')
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
  await page.getByRole('button', { name: 'Всё о заявке' }).click()
  await card(page).locator('.task-all .customer-row').getByRole('link').first().click()
  await expect(card(page)).toContainText(`Заявка № ${id}`)
  await card(page).getByRole('button', { name: 'Новая заявка' }).click()
  await expect(page.getByLabel('Телефон клиента')).toHaveValue(phone)
})

test('a customer is deleted after a confirmation that says what stays', async ({ page }) => {
  const phone = newPhone()
  const id = await createTask(page, phone, 'Останется без клиента')
  await page.getByRole('button', { name: 'Всё о заявке' }).click()
  await card(page).locator('.task-all .customer-row').getByRole('link').first().click()
  await page.getByRole('button', { name: 'Удалить клиента' }).click()
  await expect(page.getByRole('alertdialog')).toContainText(' 1 заявка останется, но без клиента.')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Удалить' }).click()
  await expect(page.getByText('Клиент удалён')).toBeVisible()
  await page.goto(`/app/#/tasks/${id}`)
  await expect(page.getByText('Отвечать некому: карточка клиента удалена.')).toBeVisible()
})

test('two cards of one person are merged once it is said what happens', async ({ page }) => {
  const [phone, second] = [newPhone(), newPhone()]
  const digits = second.replace(/\D/g, '')
  await createTask(page, second, 'Заявка второй карточки')
  await createCustomer(page, phone, `Анна ${digits}`)
  await page.getByRole('link', { name: 'Объединить с другой карточкой' }).click()
  await page.locator('.pane-card').getByRole('searchbox').fill(digits)
  await card(page).locator('.customer-row').getByRole('button').filter({ hasText: second }).click()
  await expect(card(page)).toContainText(`1 заявка перейдёт в карточку «Анна ${digits}»`)
  await expect(card(page)).toContainText(`Телефон ${second} попадёт в заметку`)

  await page.getByRole('button', { name: 'Поменять местами' }).click()
  await expect(card(page)).toContainText('Переносить нечего: заявок нет')
  await page.getByRole('button', { name: 'Поменять местами' }).click()
  await card(page).getByRole('button', { name: 'Объединить' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Объединить' }).click()

  await expect(page.getByText('Карточки объединены')).toBeVisible()
  await expect(page.getByRole('heading', { name: `Анна ${digits}`, level: 1 })).toBeVisible()
  await expect(card(page)).toContainText('Заявка второй карточки')
  await expect(card(page)).toContainText(second)
})

test('customers are narrowed by whether the bot reaches them', async ({ page }) => {
  const phone = newPhone()
  const name = `Незнакомец ${phone.replace(/\D/g, '')}`
  const known = `Знакомая ${phone.replace(/\D/g, '')}`
  await createCustomer(page, phone, name)
  await newCustomer(page.request, known, newPhone().replace(/\D/g, '').replace(/^8/, '+7'))
  await page.goto('/app/#/customers')
  const contact = page.getByRole('group', { name: 'Связь через Telegram' })
  await contact.getByRole('button', { name: 'Без Telegram' }).click()
  await expect(rows(page).filter({ hasText: name })).toHaveCount(1)
  await contact.getByRole('button', { name: 'В Telegram', exact: true }).click()
  await expect(rows(page).filter({ hasText: name })).toHaveCount(0)
  await expect(rows(page).filter({ hasText: known })).toHaveCount(1)
  await page.reload()
  await expect(contact.getByRole('button', { name: 'В Telegram', exact: true })).toHaveAttribute('aria-pressed', 'true')
})

test('a long list is read by pages while it is scrolled', async ({ page, request }) => {
  await addCustomers(page, request, 130)
  await page.goto('/app/#/customers')
  await expect.poll(() => rows(page).count()).toBeGreaterThanOrEqual(25)
  // The second page may follow at once: these rows are short, for want of names.
  expect(await rows(page).count()).toBeLessThanOrEqual(75)
  const last = rows(page).last()
  for (const count of [75, 125, 130]) {
    await last.scrollIntoViewIfNeeded()
    await expect.poll(() => rows(page).count()).toBeGreaterThanOrEqual(count)
  }
})

test('nobody found is said', async ({ page }) => {
  await page.goto('/app/#/customers')
  await page.getByRole('searchbox').fill('такого человека нет')
  await expect(page.getByText('По запросу «такого человека нет» никого нет.')).toBeVisible()
})

async function addCustomers(page: Page, request: Page['request'], count: number): Promise<void> {
  await page.goto('/app/')
  const session = await page.evaluate(() => JSON.parse(localStorage.getItem('zayavka.session')!) as { token: string })
  for (let made = 0; made < count; made += 10) {
    const fields = Array.from(
      { length: 10 },
      (_, index) => `c${index}: createCustomer(customerData: { phone: ${JSON.stringify(newPhone())} }) { customer { id } }`,
    )
    const answer = await request.post('/graphql', {
      headers: { Authorization: `Bearer ${session.token}` },
      data: { query: `mutation { ${fields.join('\n')} }` },
    })
    expect(await answer.json()).not.toHaveProperty('errors')
  }
}
