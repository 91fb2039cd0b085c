import type { Locator } from '@playwright/test'
import { answer, bubble, note, open, thread, write } from './conversation'
import { expect, test } from './staff'
import { act, chatOf, said } from './telegram'

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
