import type { Page } from '@playwright/test'
import { expect, newPhone, test } from './staff'

// In the other colours than the Russian walks have: a phone by night, a desktop by day.
test.use({
  locale: 'en-GB',
  colorScheme: async ({}, use, { project }) => use(project.name === 'phone' ? 'dark' : 'light'),
})

const card = (page: Page) => page.locator('.pane-card')

async function createTask(page: Page, phone: string, description: string): Promise<string> {
  await page.goto('/app/#/tasks/new')
  await page.getByLabel('Customer’s phone').fill(phone)
  await page.getByLabel('What the customer sees').fill(description)
  await page.getByRole('button', { name: 'Receive', exact: true }).click()
  await page.getByRole('link', { name: 'Open the task' }).click()
  const heading = page.getByRole('heading', { name: /^Task #\d+$/, level: 1 })
  await expect(heading).toBeVisible()
  return (await heading.textContent())!.replace(/\D/g, '')
}

test('a morning in English: a task from its call to its end', async ({ page }) => {
  await page.goto('/app/#/overview')
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  await page.goto('/app/#/tasks/new')
  await page.getByLabel('Customer’s phone').fill(newPhone())
  await page.getByRole('radiogroup', { name: 'Category' }).getByText('Repair').click()
  await page.getByLabel('What the customer sees').fill('The screen is broken')
  await page.getByRole('button', { name: 'Receive', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Show this to the customer' })).toBeVisible()
  await page.getByRole('link', { name: 'Open the task' }).click()
  const heading = page.getByRole('heading', { name: /^Task #\d+$/, level: 1 })
  await expect(heading).toBeVisible()
  const number = (await heading.textContent())!.replace(/\D/g, '')

  await page.getByRole('button', { name: 'Start work' }).click()
  await expect(page.getByRole('radio', { name: 'In progress' })).toBeChecked()
  await expect(page.locator('.lines')).toContainText('Accepted → In progress')
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('What the customer sees').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(`Task #${number} saved`)).toBeVisible()

  await page.goto(`/app/#/tasks?search=${number}`)
  await expect(page.locator(`#task-${number}`)).toBeVisible()
  await page.goto('/app/#/customers?search=nobody-like-this')
  await expect(page.getByText('Nobody matches “nobody-like-this”.')).toBeVisible()
  // Words of the other language would be a text that was forgotten.
  for (const screen of ['overview', 'tasks', `tasks/${number}`, `tasks/${number}/paper`, 'poster', 'customers/new', 'more', 'account', 'team', 'tokens/new', 'webhooks/new', 'settings', 'settings/texts/READY', 'settings/stages/new', 'settings/categories/new']) {
    await page.goto(`/app/#/${screen}`)
    await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true }).last()).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    const labels = await page.evaluate(() =>
      [...document.querySelectorAll('h1, h2, label, button, th, dt, .section-note, .subtitle, .tabs a')].map((e) => e.textContent),
    )
    const forgotten = labels.filter((text) => /[а-яё]{3}/i.test(text) && !/Русский|Винтик/.test(text))
    expect.soft(forgotten, screen).toEqual([])
  }
})

test('in English two people edit one task, and the later one loses nothing', async ({ page, context }) => {
  const id = await createTask(page, newPhone(), 'Shared')
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('What the customer sees').fill('Mine')
  const other = await context.newPage()
  await other.goto(`/app/#/tasks/${id}/edit`)
  await other.getByLabel('What the customer sees').fill('Theirs')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByText(`Task #${id} saved`)).toBeVisible()

  await expect(page.getByText('The task was changed while you were editing.')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('Theirs')
  await page.getByRole('button', { name: 'My version' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('.facts')).toContainText('Mine')
})

test('in English a status is called back while its message waits', async ({ page }) => {
  test.slow()
  await createTask(page, '+7 916 204-18-37', 'Messages')
  const messages = page.locator('.lines')
  // The message is held for 8 s, and can wait for the bot's next round.
  await expect(messages).toContainText('message to the customer — sent', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Start work' }).click()
  await page.getByRole('button', { name: /^Undo \(\d s\)$/ }).click()
  await expect(page.getByRole('radio', { name: 'Accepted' })).toBeChecked()
  await expect(messages.getByText('message to the customer')).toHaveCount(1)
})

test('in English a change that the server refuses goes back, and unsaved input is asked about', async ({ page, context }) => {
  const id = await createTask(page, newPhone(), 'Offline')
  await context.setOffline(true)
  await expect(page.getByText('No network connection.')).toBeVisible()
  await page.getByRole('button', { name: 'Start work' }).click()
  await expect(page.getByText(`#${id}: the status stays “Accepted”. No connection.`)).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Accepted' })).toBeChecked()
  await context.setOffline(false)
  await expect(page.getByText('No network connection.')).toBeHidden()

  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('What the customer sees').fill('Not saved')
  await page.getByRole('link', { name: 'Back' }).click()
  await page.getByRole('button', { name: 'Stay' }).click()
  await expect(page.getByLabel('What the customer sees')).toHaveValue('Not saved')
})

test('in English cards are merged, exported and deleted, with the consequences said', async ({ page }) => {
  const [phone, second] = [newPhone(), newPhone()]
  const digits = second.replace(/\D/g, '')
  await createTask(page, second, 'Of the second card')
  await page.goto('/app/#/customers/new')
  await page.getByLabel('Phone', { exact: true }).fill(phone)
  await page.getByLabel('Name', { exact: true }).fill(`Ann ${digits}`)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Merge with another card' }).click()
  await card(page).getByRole('searchbox').fill(digits)
  await card(page).locator('.customer-row').getByRole('button').filter({ hasText: second }).click()
  await expect(card(page)).toContainText(`1 task moves to the card “Ann ${digits}”`)
  await card(page).getByRole('button', { name: 'Merge' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByText('The cards are merged')).toBeVisible()
  // That is said before the address is the card's.
  await expect(page).toHaveURL(/#\/customers\/\d+$/)

  const address = new URL(page.url()).hash
  await page.goto(`/app/#/customers?search=${digits}`)
  await page.getByRole('button', { name: 'Export to a file' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^customers-.*\.csv$/)

  await page.goto(`/app/${address}`)
  await page.getByRole('button', { name: 'Delete the customer' }).click()
  await expect(page.getByRole('alertdialog')).toContainText('The card and the note will be gone for good.')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('Customer deleted')).toBeVisible()
})

test('in English the filters narrow the list, and a colleague is invited', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'Filtered')
  await page.goto('/app/#/tasks')
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('button', { name: 'Today', exact: true }).click()
  await expect(page.locator(`#task-${id}`)).toBeVisible()
  await page.getByRole('button', { name: 'Yesterday' }).click()
  await expect(page.locator(`#task-${id}`)).toHaveCount(0)
  await page.getByRole('button', { name: 'Reset filters' }).first().click()
  await expect(page.locator(`#task-${id}`)).toBeVisible()

  await page.goto('/app/#/team')
  await page.getByRole('button', { name: 'Invite a colleague' }).click()
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByRole('img', { name: 'QR code of the invite’s link' })).toBeVisible()
})

test.describe('in English without a session', () => {
  test.use({ storageState: { cookies: [], origins: [] } })

  test('the login refuses, lets in, and says why it is asked for again', async ({ page }) => {
    await page.goto('/app/#/customers')
    await page.getByLabel('Email').fill(process.env.ZAYAVKA_E2E_EMAIL!)
    const password = page.getByLabel('Password')
    const submit = page.getByRole('button', { name: 'Log in', exact: true })
    await password.fill('not the password')
    await expect(submit).toBeEnabled()
    await password.press('Enter')
    await expect(page.getByRole('alert')).toHaveText('Wrong email or password.')
    await password.fill(process.env.ZAYAVKA_E2E_PASSWORD!)
    await expect(submit).toBeEnabled()
    await password.press('Enter')
    await expect(page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible()
    await expect(page.locator('.customer-row').first()).toBeVisible()

    await page.route('**/graphql', (route) =>
      route.continue({
        headers: { ...route.request().headers(), authorization: 'Bearer worthless' },
        postData: route.request().postData()!.replace(/"refreshToken":"[^"]*"/, '"refreshToken":"worthless"'),
      }),
    )
    await page.getByRole('searchbox').fill('Olga')
    await expect(page.getByText('Your session has ended.')).toBeVisible()
  })
})
