import { expect, test } from './staff'

test.beforeEach(({ viewport }) => test.skip(viewport!.width > 899, 'a phone is narrow'))

test('in a row of the list no line begins or ends with the dot that stands between two facts', async ({ page }) => {
  for (const width of [320, 390, 480]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/app/#/tasks')
    await expect(page.locator('.task-row').nth(5)).toBeVisible()
    const dangling = () => page.locator('.task-facts').evaluateAll((rows) =>
      rows.flatMap((row) => {
        const [first, second] = [...row.querySelectorAll('.fact')].map((fact) => fact.getBoundingClientRect())
        const dot = row.querySelector('.fact-dot')!.getBoundingClientRect()
        const list = row.querySelector('.fact-list')!.getBoundingClientRect()
        const broken = second!.top >= first!.bottom
        return broken === dot.right > list.left + 1 ? [row.textContent] : []
      }),
    )
    await expect.poll(dangling, `at ${width} px`).toEqual([])
  }
})

test('a number of thousands stays on one line, also on a narrow phone', async ({ page }) => {
  await page.route('**/graphql', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: (await answer.text()).replace(/"totalCount":\d+/g, '"totalCount":101100') })
  })
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/app/#/overview')
  const number = page.locator('.number-count', { hasText: /101.100/ }).first()
  await expect(number).toBeVisible()
  await expect.poll(() => number.evaluate((element) => element.getClientRects().length === 1 && element.getBoundingClientRect().height < 50)).toBe(true)
  await expect.poll(() => number.evaluate((element) => element.scrollWidth <= element.parentElement!.clientWidth)).toBe(true)
  // What is still fetched at the end would fail for want of a page.
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})
