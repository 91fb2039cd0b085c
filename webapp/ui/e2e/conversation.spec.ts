import type { Locator, Page } from '@playwright/test'
import { createTask, expect, graphql, newPhone, restingTop, test } from './staff'
import { act, chatOf, newCustomer, said } from './telegram'

const thread = (page: Page) => page.getByRole('log', { name: 'Переписка' })
const bubble = (page: Page, text: string) => thread(page).getByRole('article').filter({ hasText: text })
const answer = (page: Page) => page.getByRole('textbox', { name: 'Ответ клиенту' })
const note = (page: Page) => page.getByRole('textbox', { name: 'Заметка, видна только сотрудникам' })

/** A customer in Telegram with one open task, which is open on the page. */
async function open(page: Page, name = 'Нина Котова') {
  const phone = newPhone().replace(/\D/g, '').replace(/^8/, '+7')
  const person = await newCustomer(page.request, name, phone)
  const id = await createTask(page, phone, 'Греется и выключается')
  await expect(thread(page)).toBeVisible()
  return { person, id, phone }
}

/** Writes what is typed and sends it by the button of the mode. */
async function write(field: Locator, text: string, button: string): Promise<void> {
  await field.fill(text)
  await field.page().getByRole('button', { name: button }).click()
}

test('what the customer writes appears in the open task, and the answer arrives in their chat', async ({ page }) => {
  const { person } = await open(page)
  await act(page.request, person, 'say', { text: 'Можно забрать сегодня?' })
  await expect(bubble(page, 'Можно забрать сегодня?')).toBeVisible()
  await expect(page.getByText('Ждёт ответа 1 мин')).toBeVisible()

  await write(answer(page), 'Да, до семи.', 'Отправить клиенту')
  await expect(bubble(page, 'Да, до семи.')).toBeVisible()
  await expect(answer(page)).toHaveValue('')
  await expect(page.getByText('Ждёт ответа 1 мин')).toBeHidden()
  await expect(bubble(page, 'Да, до семи.').getByText('отправлено')).toBeAttached({ timeout: 30_000 })
  await expect.poll(() => said(person)).toContain('Да, до семи.')
})

test('an answer is there once, though it is told of before it is answered', async ({ page }) => {
  let letAnswer = () => {}
  const late = new Promise<void>((resolve) => (letAnswer = resolve))
  await page.route('**/graphql', async (route, request) => {
    if (!request.postData()?.includes('mutation SendMessage')) return route.fallback()
    const response = await route.fetch()
    await late
    return route.fulfill({ response })
  })
  await open(page)
  await write(answer(page), 'Один раз', 'Отправить клиенту')
  const told = page.getByRole('article', { name: /^Клиенту: / })
  await expect(bubble(page, 'Один раз').and(told)).toBeVisible()
  await expect(bubble(page, 'Один раз')).toHaveCount(1)
  const answered = page.waitForResponse((response) => response.request().postData()?.includes('mutation SendMessage') ?? false)
  letAnswer()
  await answered
  await expect(bubble(page, 'Один раз')).toHaveCount(1)
})

test('an answer is called back before it leaves, and its text is in the field again', async ({ page }) => {
  const { person } = await open(page)
  await write(answer(page), 'Уже готово', 'Отправить клиенту')
  await page.getByRole('status').getByRole('button', { name: 'Отменить' }).click()
  await expect(answer(page)).toHaveValue('Уже готово')
  await expect(bubble(page, 'Уже готово')).toHaveCount(0)

  await write(answer(page), 'Почти готово', 'Отправить клиенту')
  await expect(bubble(page, 'Почти готово').getByText('отправлено')).toBeAttached({ timeout: 30_000 })
  expect(await said(person)).not.toContain('Уже готово')
})

test('news stays where it appeared, though the thread moves and shrinks under it', async ({ page }) => {
  await open(page)
  await write(answer(page), 'Уже готово', 'Отправить клиенту')
  const news = page.locator('.toast')
  // In one go: the news has a button for as long as the answer is held.
  const { appeared, later } = await news.evaluate(async (toast) => {
    await Promise.all(toast.getAnimations().map(({ finished }) => finished))
    const appeared = toast.getBoundingClientRect().y
    document.querySelector<HTMLElement>('.conversation')!.style.marginTop = '60px'
    const field = document.querySelector<HTMLTextAreaElement>('.composer textarea')!
    field.value = 'Ещё\nодин\nответ\nна\nнесколько\nстрок'
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return { appeared, later: toast.getBoundingClientRect().y }
  })
  expect(later).toBe(appeared)
  await news.getByRole('button', { name: 'Отменить' }).click()
  await expect(bubble(page, 'Уже готово')).toHaveCount(0)
})

test('a note looks like none of the answers, and stays in the house', async ({ page }) => {
  const { person } = await open(page)
  const colour = (field: Locator) => field.evaluate((element) => getComputedStyle(element).backgroundColor)
  const ofAnswer = await colour(answer(page))
  await page.getByRole('radiogroup', { name: 'Кому' }).getByText('Заметка').click()
  await expect.poll(() => colour(note(page))).not.toBe(ofAnswer)
  await write(note(page), 'Просил скидку, не давать', 'Сохранить заметку')
  await expect(bubble(page, 'Просил скидку, не давать')).toContainText('Заметка · Анна Лебедева')

  // The next message of the customer and the answer to it go past the note.
  await act(page.request, person, 'say', { text: 'Ну как там?' })
  await expect(bubble(page, 'Ну как там?')).toBeVisible()
  await page.getByRole('radiogroup', { name: 'Кому' }).getByText('Ответ').click()
  await write(answer(page), 'Чиним', 'Отправить клиенту')
  await expect.poll(() => said(person), { timeout: 30_000 }).toContain('Чиним')
  expect(await said(person)).not.toContain('скидку')
})

test('what is half written stays with its task and its mode, also when the page is closed', async ({ page }) => {
  const { id } = await open(page)
  await answer(page).fill('Ответ, не дописан')
  await page.getByRole('radiogroup', { name: 'Кому' }).getByText('Заметка').click()
  await note(page).fill('Заметка, не дописана')
  await page.goto('/app/#/tasks')
  await page.reload()
  await page.goto(`/app/#/tasks/${id}`)
  await expect(answer(page)).toHaveValue('Ответ, не дописан')
  await page.getByRole('radiogroup', { name: 'Кому' }).getByText('Заметка').click()
  await expect(note(page)).toHaveValue('Заметка, не дописана')
})

test('an answer that is written without a network is kept, and goes out when there is one', async ({ page, context }) => {
  test.slow() // two answers are held, one after the other
  const { person, id } = await open(page)
  await context.setOffline(true)
  await write(answer(page), 'Написано в подвале', 'Отправить клиенту')
  await expect(bubble(page, 'Написано в подвале')).toContainText('Уйдёт само')
  await context.setOffline(false)
  await expect(bubble(page, 'Написано в подвале').getByText('отправлено')).toBeAttached({ timeout: 30_000 })
  await expect(bubble(page, 'Написано в подвале')).toHaveCount(1)
  expect((await chatOf(person)).filter(({ text }) => text.includes('Написано в подвале'))).toHaveLength(1)

  // Also when the page was closed meanwhile.
  await context.setOffline(true)
  await write(answer(page), 'И это тоже', 'Отправить клиенту')
  await expect(bubble(page, 'И это тоже')).toContainText('Уйдёт само')
  await page.goto('about:blank')
  await context.setOffline(false)
  await page.goto(`/app/#/tasks/${id}`)
  await expect.poll(() => said(person), { timeout: 30_000 }).toContain('И это тоже')
})

test('two members answer at once: each sees the other’s answer, and both arrive', async ({ page, context }) => {
  const { person, id } = await open(page)
  const other = await context.newPage()
  await other.goto(`/app/#/tasks/${id}`)
  await expect(thread(other)).toBeVisible()
  await Promise.all([
    write(answer(page), 'Ответ первого', 'Отправить клиенту'),
    write(answer(other), 'Ответ второго', 'Отправить клиенту'),
  ])
  for (const one of [page, other]) {
    await expect(bubble(one, 'Ответ первого')).toHaveCount(1)
    await expect(bubble(one, 'Ответ второго')).toHaveCount(1)
  }
  await expect.poll(() => said(person), { timeout: 30_000 }).toContain('Ответ первого')
  await expect.poll(() => said(person), { timeout: 30_000 }).toContain('Ответ второго')
})

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

test('all of it is done from the keyboard', async ({ page }) => {
  const { person } = await open(page)
  await answer(page).focus()
  await expect(answer(page)).toBeFocused()
  await page.keyboard.type('Первая строка')
  await page.keyboard.press('Enter')
  await page.keyboard.type('вторая')
  await expect(answer(page)).toHaveValue('Первая строка\nвторая')
  await page.keyboard.press('Control+Enter')
  await expect(answer(page)).toHaveValue('')
  await expect(answer(page)).toBeFocused()
  await expect.poll(() => said(person), { timeout: 30_000 }).toContain('Первая строка\nвторая')

  await page.getByRole('radio', { name: 'Ответ' }).focus()
  await expect(page.getByRole('radio', { name: 'Ответ' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Заметка' })).toBeChecked()
  await expect(note(page)).toBeVisible()
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

test('a message that belongs to no task is in the inbox until it is filed', async ({ page }) => {
  const phone = newPhone().replace(/\D/g, '').replace(/^8/, '+7')
  const name = `Ян ${phone.slice(-6)}`
  const person = await newCustomer(page.request, name, phone)
  await page.goto('/app/#/inbox')
  await expect(page.getByRole('heading', { name: 'Входящие', level: 1 })).toBeVisible()
  await act(page.request, person, 'say', { text: 'Чините ли вы чайники?' })
  const sender = page.locator('.sender').filter({ hasText: name })
  await expect(sender).toContainText('Чините ли вы чайники?')
  await expect(page.getByRole('link', { name: /Входящие/ })).toContainText('не разобрано')

  await sender.getByRole('button', { name: 'Новая заявка' }).click()
  await expect(page.getByRole('heading', { name: /^Заявка №\s\d+$/, level: 1 })).toBeVisible()
  await expect(bubble(page, 'Чините ли вы чайники?')).toBeVisible()
  await page.goto('/app/#/inbox')
  await expect(page.getByRole('heading', { name: 'Входящие', level: 1 })).toBeVisible()
  await expect(sender).toHaveCount(0)
})

test('what is in the inbox is answered there, or said to need no answer', async ({ page }) => {
  const people: [string, number][] = []
  for (const name of ['Олег', 'Пётр']) {
    const phone = newPhone().replace(/\D/g, '').replace(/^8/, '+7')
    const called = `${name} ${phone.slice(-6)}`
    people.push([called, await newCustomer(page.request, called, phone)])
  }
  const [[oleg, olegsChat], [pyotr, pyotrsChat]] = people as [[string, number], [string, number]]
  await act(page.request, olegsChat, 'say', { text: 'До скольки вы сегодня?' })
  await act(page.request, pyotrsChat, 'say', { text: 'Спасибо' })
  await page.goto('/app/#/inbox')
  const sender = (name: string) => page.locator('.sender').filter({ hasText: name })
  for (const name of [oleg, pyotr]) await expect(sender(name)).toBeVisible()
  await sender(pyotr).getByRole('button', { name: 'Ответ не нужен' }).click()
  await expect(sender(pyotr)).toHaveCount(0)
  await sender(oleg).getByRole('button', { name: 'Ответить' }).click()
  await expect(answer(page)).toBeFocused()
  await write(answer(page), 'До восьми', 'Отправить клиенту')
  await expect(sender(oleg)).toHaveCount(0)
  await expect.poll(() => said(olegsChat), { timeout: 30_000 }).toContain('До восьми')
})

test('the inbox stays where it is when a colleague deals with somebody, until something is done here', async ({ page }) => {
  const sender = (name: string) => page.locator('.sender').filter({ hasText: name })
  const people: string[] = []
  for (const name of ['Роза', 'Савва', 'Тарас'].map((first) => `${first} ${Date.now() % 1_000_000}`)) {
    people.push(name)
    await act(page.request, await newCustomer(page.request, name, newPhone().replace(/\D/g, '').replace(/^8/, '+7')), 'say', { text: 'Вы открыты?' })
  }
  const [roza, savva, taras] = people as [string, string, string]
  await page.goto('/app/#/inbox')
  for (const name of people) await expect(sender(name)).toBeVisible()
  const place = () => sender(taras).evaluate((row) => row.getBoundingClientRect().top + window.scrollY)
  await restingTop(sender(taras))
  const before = await place()
  const { inbox } = await graphql<{ inbox: { nodes: { customer: { id: string; name: string } | null }[] } }>(page, '{ inbox { nodes { customer { id name } } } }')
  const customerId = inbox.nodes.find(({ customer }) => customer?.name === roza)!.customer!.id
  await graphql(page, 'mutation($id: ID!) { noReplyNeeded(customerId: $id) { customer { id } } }', { id: customerId })
  await expect(sender(roza)).toContainText('Разобрал кто-то из коллег')
  expect(await place()).toBe(before)
  await sender(savva).getByRole('button', { name: 'Ответ не нужен' }).click()
  await expect(sender(savva)).toHaveCount(0)
  await expect(sender(roza)).toHaveCount(0)
  await expect(sender(taras)).toBeVisible()
})

test('who waits is marked in the list, leads the filter, and stops waiting when answered', async ({ page }) => {
  const { person, id } = await open(page)
  await page.goto('/app/#/tasks')
  const row = page.locator('.pane-list .task-row').filter({ hasText: `№ ${id}` })
  await expect(row).toBeVisible()
  await act(page.request, person, 'say', { text: 'Есть новости?' })
  await expect(row).toContainText('ждёт 1 мин')
  await page.getByRole('button', { name: /^Ждут ответа/ }).click()
  await expect(row).toBeVisible()
  await row.getByRole('link').click()
  await page.getByRole('button', { name: 'Ответ не нужен' }).click()
  await expect(page.getByText('Клиент больше не ждёт ответа')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ответ не нужен' })).toHaveCount(0)
  await page.goto('/app/#/tasks?status=any&awaiting=reply')
  await expect(row).toHaveCount(0)
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
