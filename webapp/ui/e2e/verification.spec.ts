import type { APIRequestContext, Page } from '@playwright/test'
import { createTask, expect, newPhone, test } from './staff'
import { act, newPerson, said } from './telegram'

const digits = (phone: string) => phone.replace(/\D/g, '')

/** Somebody with the phone shares it with the bot; ends when the bot has answered. */
async function shareContact(request: APIRequestContext, name: string, phone: string, answer: string): Promise<void> {
  const person = await newPerson(request, name, `+7${digits(phone).slice(1)}`)
  await act(request, person, 'send', { kind: 'contact' })
  await expect.poll(() => said(person)).toContain(answer)
}

/** Opens the card of a customer, whom the bot has made, from the search. */
async function openCard(page: Page, phone: string): Promise<void> {
  await page.goto(`/app/#/customers?search=${digits(phone)}`)
  await expect(page.locator('.pane-list .customer-row')).toHaveCount(1)
  await page.locator('.pane-list .customer-row a').click()
}

test('a number that was only typed is shown as such wherever a customer is chosen', async ({ page, request }) => {
  const phone = newPhone()
  const pyotr = await newPerson(request, 'Пётр')
  await act(request, pyotr, 'say', { text: phone })
  await expect.poll(() => said(pyotr)).toContain('Записали ваш номер')
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
    await shareContact(request, name, phone, 'сообщения будут приходить сюда')
    await openCard(page, phone)
    await page.goto('/app/#/overview')
    const row = page.locator('.customer-row').filter({ hasText: name })
    await expect(page.getByText('Новые')).toBeVisible()
    await expect(row).toHaveCount(0)

    await shareContact(request, `Другая ${digits(phone)}`, phone, 'уже подтверждён в другом аккаунте')
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
