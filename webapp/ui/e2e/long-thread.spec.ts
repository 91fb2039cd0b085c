import { createTask, expect, newPhone, test } from './staff'

const messages = 1000

test('a thousand messages are read page by page, are not drawn out of sight, and scroll smoothly', async ({ page }) => {
  test.slow()
  const id = await createTask(page, newPhone(), 'Длинная переписка')
  await page.goto('/app/#/tasks')
  const { token } = JSON.parse((await page.evaluate(() => localStorage.getItem('zayavka.session')))!) as { token: string }
  const atOnce = 20
  for (let first = 1; first <= messages; first += atOnce) {
    const notes = Array.from({ length: atOnce }, (_, index) => `m${index}: addNote(taskId: ${id}, text: "Строка ${first + index}") { message { id } }`)
    const answer = await page.request.post('/graphql', {
      headers: { Authorization: `Bearer ${token}` },
      data: { query: `mutation { ${notes.join(' ')} }` },
    })
    expect(((await answer.json()) as { errors?: object }).errors).toBeUndefined()
  }
  await page.goto(`/app/#/tasks/${id}`)
  // By class: to look for roles among thousands of elements takes longer than what is measured here.
  const thread = page.locator('.thread-scroll')
  const lines = thread.locator('article')
  await expect(lines.last()).toContainText(`Строка ${messages}`)
  await expect(lines.last()).toBeInViewport()
  expect(await lines.count()).toBeLessThanOrEqual(150)

  // Up to the beginning, as a finger goes: each page is asked for before its place is reached.
  await expect
    .poll(
      () =>
        thread.evaluate((element) => {
          element.scrollBy(0, -2000)
          return element.querySelectorAll('article').length
        }),
      { timeout: 60_000, intervals: [50] },
    )
    .toBe(messages)
  await expect(lines.first()).toContainText('Строка 1')

  // The work of the page itself: on a busy machine any page is kept waiting, however little it does.
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000
  const before = await worked()
  const steps = 60
  const drawn = await thread.evaluate(async (element, steps) => {
    for (let step = 0; step < steps; step++) {
      element.scrollBy(0, 300)
      await new Promise(requestAnimationFrame)
    }
    const lines = [...element.querySelectorAll('.lines > li')]
    return lines.filter((line) => line.firstElementChild!.checkVisibility({ contentVisibilityAuto: true })).length
  }, steps)
  expect(drawn).toBeLessThan(100)
  const ofStep = ((await worked()) - before) / steps
  expect(ofStep).toBeLessThan(50)
})
