import type { Page } from '@playwright/test'
import { createTask, expect, graphql, newPhone, test } from './staff'

type Answer = { data: Record<string, object> | null }

/**
 * Holds every answer of the API until `come` is called with its question's name; that ends when what came of it is
 * drawn. `change` may alter what is answered.
 */
async function holdAnswers(page: Page, change: (name: string, answer: Answer) => void = () => {}) {
  // Once the live stream has begun, everything is asked for again.
  await page.routeWebSocket('**/graphql', () => {})
  const held = new Map<string, (() => void)[]>()
  await page.route('**/graphql', async (route, request) => {
    const { operationName } = request.postDataJSON() as { operationName: string }
    const response = await route.fetch()
    const json = (await response.json()) as Answer
    change(operationName, json)
    await new Promise<void>((resolve) => held.set(operationName, [...(held.get(operationName) ?? []), resolve]))
    await route.fulfill({ response, json })
  })
  const come = async (name: string) => {
    await expect.poll(() => [...held.keys()], 'is asked for').toContain(name)
    const came = page.waitForResponse((response) => response.request().postData()?.includes(`"operationName":"${name}"`) ?? false)
    held.get(name)!.forEach((release) => release())
    held.delete(name)
    await (await came).finished()
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  }
  return { come, held }
}

/** Adds up how far what was in sight has moved, without what followed on a tap or a key. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: { value: number; moved: string[] }[] = []
    Object.assign(globalThis, { shifts })
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] }
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        if (!hadRecentInput) shifts.push({ value, moved: sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? '') })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

async function expectNothingMoved(page: Page): Promise<void> {
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: { value: number; moved: string[] }[] }).shifts)
  expect(shifts.reduce((sum, { value }) => sum + value, 0), JSON.stringify(shifts)).toBeLessThan(0.02)
}

/** What is above comes last; and what an admin is told comes after what everybody sees, as it is asked for after that. */
const orders = {
  'from below': ['Stats', 'Overview', 'Myself', 'FirstSteps'],
  'from above': ['Myself', 'FirstSteps', 'Overview', 'Stats'],
  'for admins at the end': ['Overview', 'Stats', 'Myself', 'FirstSteps'],
}

for (const [order, names] of Object.entries(orders)) {
  for (const begun of [false, true]) {
    test(`nothing on the overview moves while answers come ${order}, ${begun ? 'after' : 'on'} the first day`, async ({ page }) => {
      const id = await createTask(page, newPhone(), 'Ждёт, когда заберут')
      await graphql(page, 'mutation($data: TaskInput!) { updateTask(taskData: $data) { task { id } } }', { data: { id, status: 'READY' } })
      await page.goto('about:blank')
      await watchShifts(page)
      const { come, held } = await holdAnswers(page, (name, { data }) => {
        if (name !== 'FirstSteps' || !data) return
        Object.assign(data.firstSteps!, { taskTaken: begun, telegramLinked: false })
        Object.assign(data.botState!, { problem: begun ? null : 'TOKEN_REFUSED', says: null })
      })
      await page.goto('/app/#/overview')
      for (const name of names) await come(name)
      while (held.size > 0) for (const name of [...held.keys()]) await come(name)

      await expect(page.getByRole('region', { name: 'Первый день' })).toBeVisible()
      await expect(page.getByRole('alert')).toHaveCount(begun ? 0 : 1)
      await expect(page.getByRole('region', { name: 'Готовы дольше всех' }).locator('.task-row').first()).toBeVisible()
      await expect(page.getByRole('slider').first()).toBeVisible()
      await expectNothingMoved(page)
    })
  }
}

/** What is asked for one after the other comes so; the rest with what stands above last. */
const others = {
  settings: ['Settings', 'Myself', 'BackupState', 'BotState'],
  'customers/1': ['Customer', 'CustomerTasks'],
}

for (const [screen, names] of Object.entries(others)) {
  test(`nothing moves at ${screen} while its answers come`, async ({ page }) => {
    await watchShifts(page)
    const { come, held } = await holdAnswers(page)
    await page.goto(`/app/#/${screen}`)
    for (const name of names) await come(name)
    while (held.size > 0) for (const name of [...held.keys()]) await come(name)

    await expect(page.getByRole('status', { name: 'Загрузка' })).toHaveCount(0)
    await expectNothingMoved(page)
  })
}

test('nothing moves under the finger that is on its way to a task just taken in', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'Только что принято')
  await page.goto('about:blank')
  await watchShifts(page)
  const { come, held } = await holdAnswers(page)
  await page.goto(`/app/#/tasks/${id}/taken`)
  for (const name of ['Task', 'Customer', 'ConnectCodeEnd']) await come(name)
  await expect(page.getByRole('link', { name: 'Открыть заявку' })).toBeVisible()
  while (held.size > 0) for (const name of [...held.keys()]) await come(name)

  await expect(page.getByRole('img', { name: /QR/ })).toBeVisible()
  await expectNothingMoved(page)
})
