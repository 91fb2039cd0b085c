import { expect, test } from './staff'

test('the rows are asked for while the program is on its way, and once', async ({ page }) => {
  // Once the live stream has begun, everything is asked for again.
  await page.routeWebSocket('**/graphql', () => {})
  let come = () => {}
  const way = new Promise<void>((resolve) => (come = resolve))
  await page.route('**/assets/index-*.js', async (route) => {
    await way
    await route.continue()
  })
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) asked.push((request.postDataJSON() as { operationName: string }).operationName)
  })
  await page.goto('/app/', { waitUntil: 'commit' })
  await expect.poll(() => asked).toEqual(['TaskPage', 'TaskCounts'])
  await expect(page.locator('.waiting')).toBeVisible()
  come()
  await expect(page.locator('.task-row').first()).toBeVisible()
  await expect(page.locator('.waiting')).toHaveCount(0)
  expect(asked.filter((name) => name.startsWith('Task'))).toEqual(['TaskPage', 'TaskCounts'])
})
