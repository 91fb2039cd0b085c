import type { APIRequestContext, Page } from '@playwright/test'
import { createTask, expect, newPhone, test } from './staff'

const { ZAYAVKA_E2E_DEMO_URL: demo = '' } = process.env
const digits = (phone: string) => phone.replace(/\D/g, '')

/** Somebody with a phone of theirs, in the demo's Telegram. */
async function person(request: APIRequestContext, name: string, phone: string) {
  const act = async (path: string, data: object) => {
    const answer = await request.post(`${demo}/emulator/users${path}`, { data })
    expect(answer.ok()).toBe(true)
    return answer
  }
  const { id } = (await (await act('', { name, phone: `+7${digits(phone).slice(1)}`, language: 'ru' })).json()) as { id: number }
  return {
    sharesContact: () => act(`/${id}/send`, { kind: 'contact' }),
    says: (text: string) => act(`/${id}/say`, { text }),
  }
}

/** Opens the customer's card from the search, once the bot has made it. */
async function openCard(page: Page, phone: string): Promise<void> {
  await page.goto(`/app/#/customers?search=${digits(phone)}`)
  await expect(async () => {
    await page.reload()
    await expect(page.locator('.pane-list .customer-row')).toHaveCount(1, { timeout: 2_000 })
  }).toPass()
  await page.locator('.pane-list .customer-row a').click()
}

test('a number that was only typed is shown as such wherever a customer is chosen', async ({ page, request }) => {
  const phone = newPhone()
  await (await person(request, 'Пётр', newPhone())).says(phone)
  await openCard(page, phone)
  await expect(page.locator('.pane-list .customer-row')).toContainText('номер не подтверждён')
  await expect(page.locator('.pane-card')).toContainText('Клиент видит в Telegram только номера, категории и статусы заявок')

  await page.goto('/app/#/tasks/new')
  await page.getByLabel('Телефон клиента').fill(phone)
  await expect(page.locator('.whose')).toContainText('номер не подтверждён')
  await createTask(page, phone, 'Замена экрана')
  await expect(page.locator('.pane-card .customer-row').first()).toContainText('номер не подтверждён')
})

for (const [answer, question, outcome] of [
  ['Перенести', 'Перенести карточку в другой аккаунт?', 'Карточка перенесена'],
  ['Отказать', 'Оставить карточку у прежнего аккаунта?', 'Карточка осталась на месте'],
] as const) {
  test(`staff decide whose a number is that two accounts have proven: ${answer}`, async ({ page, request }) => {
    const phone = newPhone()
    const name = `Ольга ${digits(phone)}`
    await (await person(request, name, phone)).sharesContact()
    await openCard(page, phone)
    await page.goto('/app/#/overview')
    const row = page.locator('.customer-row').filter({ hasText: name })
    await expect(page.getByText('Новые')).toBeVisible()
    await expect(row).toHaveCount(0)

    await (await person(request, `Другая ${digits(phone)}`, phone)).sharesContact()
    await row.getByRole('link').click()
    const claim = page.locator('section').filter({ hasText: 'Подтверждён в другом аккаунте' })
    await expect(claim).toContainText(`Аккаунт «Другая ${digits(phone)}», сегодня в`)
    await claim.getByRole('button', { name: answer }).click()
    const dialog = page.getByRole('alertdialog', { name: question })
    await dialog.getByRole('button', { name: answer }).click()
    await expect(page.getByText(outcome)).toBeVisible()
    await expect(claim).toHaveCount(0)
    await page.goto('/app/#/overview')
    await expect(page.getByText('Новые')).toBeVisible()
    await expect(row).toHaveCount(0)
  })
}
