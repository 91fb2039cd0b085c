import type { Locator, Page } from '@playwright/test'
import { createTask, expect, newPhone, test } from './staff'
import { act, chatOf, newCustomer } from './telegram'

const thread = (page: Page) => page.getByRole('log', { name: 'Переписка' })
const bubble = (page: Page, text: string) => thread(page).getByRole('article').filter({ hasText: text })
const answer = (page: Page) => page.getByRole('textbox', { name: 'Ответ клиенту' })
const note = (page: Page) => page.getByRole('textbox', { name: 'Заметка, видна только сотрудникам' })
const said = async (person: number) => (await chatOf(person)).map(({ text }) => text).join('\n')

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
  await expect(bubble(page, 'Да, до семи.').getByText('отправлено')).toBeAttached({ timeout: 20_000 })
  await expect.poll(() => said(person)).toContain('Да, до семи.')
})

test('an answer is called back before it leaves, and its text is in the field again', async ({ page }) => {
  const { person } = await open(page)
  await write(answer(page), 'Уже готово', 'Отправить клиенту')
  await page.getByRole('status').getByRole('button', { name: 'Отменить' }).click()
  await expect(answer(page)).toHaveValue('Уже готово')
  await expect(bubble(page, 'Уже готово')).toHaveCount(0)

  await write(answer(page), 'Почти готово', 'Отправить клиенту')
  await expect(bubble(page, 'Почти готово').getByText('отправлено')).toBeAttached({ timeout: 20_000 })
  expect(await said(person)).not.toContain('Уже готово')
})

test('a note looks like none of the answers, and stays in the house', async ({ page }) => {
  const { person } = await open(page)
  const colour = (field: Locator) => field.evaluate((element) => getComputedStyle(element).backgroundColor)
  const ofAnswer = await colour(answer(page))
  await page.getByRole('radiogroup', { name: 'Кому' }).getByText('Заметка').click()
  expect(await colour(note(page))).not.toBe(ofAnswer)
  await write(note(page), 'Просил скидку, не давать', 'Сохранить заметку')
  await expect(bubble(page, 'Просил скидку, не давать')).toContainText('Заметка · Анна Лебедева')

  // The next message of the customer and the answer to it go past the note.
  await act(page.request, person, 'say', { text: 'Ну как там?' })
  await expect(bubble(page, 'Ну как там?')).toBeVisible()
  await page.getByRole('radiogroup', { name: 'Кому' }).getByText('Ответ').click()
  await write(answer(page), 'Чиним', 'Отправить клиенту')
  await expect.poll(() => said(person), { timeout: 20_000 }).toContain('Чиним')
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
  const { person, id } = await open(page)
  await context.setOffline(true)
  await write(answer(page), 'Написано в подвале', 'Отправить клиенту')
  await expect(bubble(page, 'Написано в подвале')).toContainText('Уйдёт само')
  await context.setOffline(false)
  await expect(bubble(page, 'Написано в подвале').getByText('отправлено')).toBeAttached({ timeout: 25_000 })
  await expect(bubble(page, 'Написано в подвале')).toHaveCount(1)
  expect((await chatOf(person)).filter(({ text }) => text.includes('Написано в подвале'))).toHaveLength(1)

  // Also when the page was closed meanwhile.
  await context.setOffline(true)
  await write(answer(page), 'И это тоже', 'Отправить клиенту')
  await expect(bubble(page, 'И это тоже')).toContainText('Уйдёт само')
  await page.goto('about:blank')
  await context.setOffline(false)
  await page.goto(`/app/#/tasks/${id}`)
  await expect.poll(() => said(person), { timeout: 25_000 }).toContain('И это тоже')
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
  await expect.poll(() => said(person), { timeout: 20_000 }).toContain('Ответ первого')
  await expect.poll(() => said(person), { timeout: 20_000 }).toContain('Ответ второго')
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
  const before = (await first.boundingBox())!.y
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
  await page.keyboard.type('Первая строка')
  await page.keyboard.press('Enter')
  await page.keyboard.type('вторая')
  await expect(answer(page)).toHaveValue('Первая строка\nвторая')
  await page.keyboard.press('Control+Enter')
  await expect(answer(page)).toHaveValue('')
  await expect(answer(page)).toBeFocused()
  await expect.poll(() => said(person), { timeout: 20_000 }).toContain('Первая строка\nвторая')

  await page.getByRole('radio', { name: 'Ответ' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Заметка' })).toBeChecked()
  await expect(note(page)).toBeVisible()
})
