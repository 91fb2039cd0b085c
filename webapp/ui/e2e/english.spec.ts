import { expect, newPhone, test } from './staff'

test.use({ locale: 'en-GB' })

test('a morning in English: a task from its call to its end', async ({ page }) => {
  await page.goto('/app/#/overview')
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  await page.goto('/app/#/tasks/new')
  await page.getByLabel('Customer’s phone').fill(newPhone())
  await page.getByRole('radiogroup', { name: 'Category' }).getByText('Repair').click()
  await page.getByLabel('Description').fill('The screen is broken')
  await page.getByRole('button', { name: 'Create the task' }).click()
  const heading = page.getByRole('heading', { name: /^Task \d+$/, level: 1 })
  await expect(heading).toBeVisible()
  const number = (await heading.textContent())!.replace(/\D/g, '')

  await page.getByRole('button', { name: 'Start work' }).click()
  await expect(page.getByRole('radio', { name: 'In progress' })).toBeChecked()
  await expect(page.locator('.history')).toContainText('Accepted → In progress')
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('Description').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(`Task ${number} saved`)).toBeVisible()

  await page.goto(`/app/#/tasks?search=${number}`)
  await expect(page.locator(`#task-${number}`)).toBeVisible()
  await page.goto('/app/#/customers?search=nobody-like-this')
  await expect(page.getByText('Nobody matches “nobody-like-this”.')).toBeVisible()
  // Words of the other language would be a text that was forgotten.
  for (const screen of ['overview', 'tasks', `tasks/${number}`, 'customers/new', 'more', 'account', 'team', 'tokens/new', 'webhooks/new']) {
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
