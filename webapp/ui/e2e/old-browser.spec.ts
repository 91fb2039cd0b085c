import { createTask, expect, newPhone, test } from './staff'

test('a browser that does not know the shop’s zone shows the whole task, at the shop’s time', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'Старый телефон')
  const created = page.locator('.facts').getByText(/ в \d\d:\d\d/).first()
  const time = await created.textContent()
  await page.addInitScript(() => {
    const { DateTimeFormat } = Intl
    Intl.DateTimeFormat = new Proxy(DateTimeFormat, {
      construct(original, [language, options]: [string, Intl.DateTimeFormatOptions | undefined]) {
        if (options?.timeZone && options.timeZone !== 'UTC') throw new RangeError(`Invalid time zone specified: ${options.timeZone}`)
        return new original(language, options)
      },
    })
  })
  await page.goto('about:blank')
  await page.goto(`/app/#/tasks/${id}`)
  await expect(page.getByRole('heading', { name: `Заявка № ${id}`, level: 1 })).toBeVisible()
  await expect(created).toHaveText(time!)
  await expect(page.locator('.lines')).toContainText('Заявка создана')
  await page.goto('/app/#/overview')
  await expect(page.getByText('Готовы, но не забраны')).toBeVisible()
})
