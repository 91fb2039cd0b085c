import { bubble, open, thread } from './conversation'
import { createTask, expect, newPhone, restingTop, test } from './staff'
import { act, said } from './telegram'

test('what people write is text, whatever it looks like, and only addresses of pages are links', async ({ page }) => {
  const { person } = await open(page, '<i>Нина</i> & Ко')
  const text = '<img src=x onerror=alert(1)> <b>жирно</b> https://example.com/a?b=1. javascript:alert(2)'
  await act(page.request, person, 'say', { text })
  await expect(bubble(page, '<b>жирно</b>')).toContainText(text)
  await expect(bubble(page, '<b>жирно</b>').getByRole('link')).toHaveText(['https://example.com/a?b=1'])
  await expect(page.locator('.pane-card')).toContainText('<i>Нина</i> & Ко')
})

test('who reads further up keeps their place, and is told of what is new', async ({ page }) => {
  const { person } = await open(page)
  for (let number = 1; number <= 4; number++) await act(page.request, person, 'say', { text: `Строка ${number}${'\nи ещё одна'.repeat(12)}` })
  await expect(bubble(page, 'Строка 4')).toBeInViewport()
  await expect(bubble(page, 'Строка')).toHaveCount(4)
  await thread(page).evaluate((element) => (element.scrollTop = -element.scrollHeight))
  const first = bubble(page, 'Строка 1')
  await expect(first).toBeInViewport()
  const before = await restingTop(first)
  await act(page.request, person, 'say', { text: 'Самая новая' })
  const pill = page.getByRole('button', { name: 'Новые сообщения' })
  await expect(pill).toBeVisible()
  expect(Math.abs((await first.boundingBox())!.y - before)).toBeLessThan(2)
  await pill.click()
  await expect(bubble(page, 'Самая новая')).toBeInViewport()
  await expect(pill).toBeHidden()
})

test('a photo and a voice message appear in the open task; the photo is seen large, the voice plays', async ({ page }) => {
  const { person } = await open(page)
  await act(page.request, person, 'send', { kind: 'photo' })
  const photo = thread(page).getByRole('button', { name: 'Открыть фото' })
  await expect(photo).toBeVisible()
  const loaded = () => photo.getByRole('img').evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)
  await expect.poll(loaded).toBe(true)

  const viewer = page.getByRole('dialog', { name: 'Фото' })
  const stepOfViewer = () => page.evaluate(() => (history.state as { viewer?: true } | null)?.viewer ?? false)
  await photo.click()
  await expect(viewer).toBeVisible()
  await expect.poll(stepOfViewer).toBe(true)
  await page.keyboard.press('Escape')
  await expect(viewer).toBeHidden()
  await expect(photo).toBeFocused()
  // The browser goes back a moment later; the step that is waited for below is the next one's.
  await expect.poll(stepOfViewer).toBe(false)
  await photo.click()
  await expect.poll(stepOfViewer).toBe(true)
  await page.goBack()
  await expect(viewer).toBeHidden()
  await expect(page.getByRole('heading', { name: /^Заявка №\s\d+$/, level: 1 })).toBeVisible()

  await act(page.request, person, 'send', { kind: 'voice' })
  const voice = thread(page).locator('audio')
  await expect(voice).toHaveAttribute('aria-label', 'Голосовое сообщение')
  await voice.evaluate((audio: HTMLAudioElement) => audio.play())
  await expect.poll(() => voice.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(0)
})

test('an address that has run out is asked for anew', async ({ page }) => {
  const { person } = await open(page)
  await act(page.request, person, 'send', { kind: 'photo' })
  const image = thread(page).getByRole('img')
  const loaded = () => image.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)
  await expect.poll(loaded).toBe(true)

  let refused = 0
  await page.route('**/graphql', async (route) => {
    // News of the photo has the thread asked for anew before the first answer is shown: all of them are out of date until one was seen.
    if (!route.request().postData()?.includes('query TaskThread(') || refused > 0) return route.continue()
    const response = await route.fetch()
    // The one that is asked because of it waits for the answer that is under way, if there is one.
    if (refused > 0) return route.fulfill({ response })
    return route.fulfill({ response, body: (await response.text()).replace(/"\/files\/[^"]+"/g, '"/files/run-out"') })
  })
  await page.route('**/files/run-out', (route) => {
    refused++
    return route.abort('internetdisconnected')
  })
  await page.reload()
  await expect.poll(() => refused).toBeGreaterThan(0)
  await expect.poll(loaded).toBe(true)
})

test('a customer is muted with the consequences said, and heard again', async ({ page }) => {
  const { person, id } = await open(page)
  await page.getByRole('button', { name: 'Всё о заявке' }).click()
  await page.locator('.task-all .customer-row a').first().click()
  await page.getByRole('button', { name: 'Не принимать сообщения' }).click()
  await expect(page.getByRole('alertdialog')).toContainText('Новые сообщения не сохраняются, никто о них не узнает')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Не принимать сообщения' }).click()
  await expect(page.getByText('Сообщения не принимаются')).toBeVisible()
  await act(page.request, person, 'say', { text: 'Этого никто не увидит' })
  await expect.poll(() => said(person)).toContain('мастерам сейчас не передаются')
  await page.getByRole('button', { name: 'Снова принимать сообщения' }).click()
  await expect(page.getByRole('button', { name: 'Не принимать сообщения' })).toBeVisible()
  await act(page.request, person, 'say', { text: 'А это увидят' })

  await page.getByRole('link', { name: 'Переписка' }).click()
  await expect(bubble(page, 'А это увидят')).toContainText(`Заявка № ${id}`)
  await expect(bubble(page, 'Этого никто не увидит')).toHaveCount(0)
})

test('what is not there to be shown says why, and can be asked for in Telegram', async ({ page }) => {
  const { person } = await open(page)
  await act(page.request, person, 'send', { kind: 'voice' })
  await act(page.request, person, 'send', { kind: 'photo' })
  await expect(thread(page).locator('audio')).toBeVisible()
  await expect(thread(page).getByRole('img')).toBeVisible()
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('query TaskThread(')) return route.continue()
    const response = await route.fetch()
    const answer = (await response.json()) as { data: { taskById: { messages: { nodes: { files: { kind: string }[] }[] } } } }
    for (const file of answer.data.taskById.messages.nodes.flatMap(({ files }) => files)) {
      const state = file.kind === 'VOICE' ? { state: 'TOO_LARGE', size: 34_000_000 } : { state: 'WAITING' }
      Object.assign(file, { ...state, url: null, thumbnailUrl: null, large: null })
    }
    return route.fulfill({ response, json: answer })
  })
  await page.reload()
  await expect(thread(page)).toContainText('Слишком большой, 34 МБ')
  await expect(thread(page)).toContainText('Загружается')
  await page.getByRole('button', { name: 'Прислать мне' }).click()
  // Which of the two depends on whether another test has linked the account.
  await expect(page.getByText(/сначала привяжите свой Telegram|Бот пришлёт это вам/)).toBeVisible()
})

test('photos for a task can be taken with the bot, which is opened by a link of its own', async ({ page }) => {
  await createTask(page, newPhone(), 'Для съёмки')
  await page.evaluate(() => {
    window.open = (address) => {
      document.title = `opened ${String(address)}`
      return null
    }
  })
  await page.getByRole('button', { name: 'Всё о заявке' }).click()
  await page.getByRole('button', { name: 'Снять фото через бота' }).click()
  await page.getByRole('dialog', { name: 'Что будет на фото' }).getByRole('button', { name: 'До работы' }).click()
  await expect(page).toHaveTitle(/^opened https:\/\/t\.me\/\w+\?start=/)
})
