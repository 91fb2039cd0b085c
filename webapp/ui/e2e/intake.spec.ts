import type { APIRequestContext, Page } from '@playwright/test'
import { createCustomer, expect, graphql, newPhone, settle, test } from './staff'
import { act, chatOf, newCustomer, newPerson } from './telegram'

const international = (phone: string) => `+7${phone.replace(/\D/g, '').slice(1)}`
const taken = (page: Page) => page.getByRole('heading', { name: /^Заявка №\s\d+ принята$/, level: 1 })
const state = (page: Page) => page.locator('.connect-state')

/** Counts what a finger does. */
function finger(page: Page, isTouch: boolean) {
  let taps = 0
  return {
    tap: async (target: ReturnType<Page['locator']>) => {
      taps++
      await (isTouch ? target.tap() : target.click())
    },
    type: (text: string) => page.keyboard.type(text),
    /** A tap on a field, and what is typed once it has the focus. */
    write: async (field: ReturnType<Page['locator']>, text: string) => {
      taps++
      await (isTouch ? field.tap() : field.click())
      await expect(field).toBeFocused()
      await page.keyboard.type(text)
    },
    taps: () => taps,
  }
}

/** The link and the digits that are shown to the customer. */
async function shownCode(page: Page): Promise<string> {
  const digits = page.locator('.connect-digits')
  await expect(digits).toHaveText(/^\d{3} \d{3}$/)
  return (await digits.textContent())!.replace(/\D/g, '')
}

test('a known customer is taken in with 4 taps: item, fault, day, take in', async ({ page, hasTouch, request }) => {
  const phone = newPhone()
  await newCustomer(request, 'Анна Ильина', international(phone))
  await page.goto('/app/#/tasks/new')
  const { tap, type, write, taps } = finger(page, hasTouch)
  await expect(page.getByLabel('Телефон клиента')).toBeFocused()
  await type(phone)
  await expect(page.getByRole('status', { name: 'Уже есть карточка: Анна Ильина' })).toBeVisible()
  await write(page.getByLabel('Вещь'), 'Наушники Sony WH-1000XM4')
  await write(page.getByLabel('Что увидит клиент'), 'Не заряжаются')
  await tap(page.getByText('Завтра', { exact: true }))
  await tap(page.getByRole('button', { name: 'Принять' }))
  await expect(taken(page)).toBeVisible()
  await expect(state(page)).toContainText('Подключён')
  await expect(page.locator('.connect-digits')).toHaveCount(0)
  expect(taps()).toBe(4)
})

test('a new customer is taken in with 5 taps, and the screen turns to connected by itself', async ({ page, hasTouch, request }) => {
  const phone = newPhone()
  await page.goto('/app/#/tasks/new')
  const { tap, type, write, taps } = finger(page, hasTouch)
  await expect(page.getByLabel('Телефон клиента')).toBeFocused()
  await type(phone)
  await write(page.getByLabel('Имя', { exact: true }), 'Борис Новый')
  await write(page.getByLabel('Вещь'), 'Ноутбук')
  await write(page.getByLabel('Что увидит клиент'), 'Не включается')
  await tap(page.getByText('Через 3 дня'))
  await tap(page.getByRole('button', { name: 'Принять' }))
  await expect(taken(page)).toBeVisible()
  expect(taps()).toBe(5)
  await expect(page.getByRole('img', { name: 'QR-код, который открывает бота' })).toBeVisible()
  await expect(state(page)).toContainText('Ждём клиента')

  const person = await newPerson(request, 'Борис', international(phone))
  await act(request, person, 'say', { text: await shownCode(page) })
  await expect.poll(async () => (await chatOf(person)).at(-1)?.text).toContain('Это вы, +7 …')
  await act(request, person, 'send', { kind: 'contact' })
  await expect(state(page)).toContainText('Подключён')
  await expect.poll(async () => (await chatOf(person)).map(({ text }) => text).join()).toContain('Теперь сообщения будут приходить сюда')
})

/** A new customer at the counter whose Telegram has another number scans the code. */
async function scansWithAnotherPhone(page: Page, request: APIRequestContext): Promise<number> {
  await page.goto('/app/#/tasks/new')
  await page.getByLabel('Телефон клиента').fill(newPhone())
  await page.getByRole('button', { name: 'Принять' }).click()
  const person = await newPerson(request, 'Вера с другим номером', international(newPhone()))
  await act(request, person, 'say', { text: await shownCode(page) })
  await expect.poll(async () => (await chatOf(person)).at(-1)?.text).toContain('Это вы')
  await act(request, person, 'send', { kind: 'contact' })
  await expect(page.getByRole('alert')).toContainText('Код ввёл или отсканировал аккаунт «Вера с другим номером», но номер в Telegram у него другой: +7')
  return person
}

test('another number in Telegram is a question on the screen: yes connects', async ({ page, request }) => {
  const person = await scansWithAnotherPhone(page, request)
  await expect(state(page)).toContainText('Ждём клиента')
  await page.getByRole('button', { name: 'Да, подключить' }).click()
  await expect(state(page)).toContainText('Подключён')
  await expect.poll(async () => (await chatOf(person)).map(({ text }) => text).join()).toContain('Готово: заявки с номером')
})

test('another number in Telegram is a question on the screen: no leaves the code to its owner', async ({ page, request }) => {
  const person = await scansWithAnotherPhone(page, request)
  await page.getByRole('button', { name: 'Нет', exact: true }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(state(page)).toContainText('Ждём клиента')
  await expect.poll(async () => (await chatOf(person)).at(-1)?.text).toContain('Сотрудник не подтвердил')
})

test('a customer is found by the last digits, and a tap on them goes on to the item', async ({ page }) => {
  const phone = newPhone()
  await createCustomer(page, phone, `Галина ${phone.slice(-5)}`)
  await page.goto('/app/#/tasks/new')
  await page.getByLabel('Телефон клиента').pressSequentially(phone.replace(/\D/g, '').slice(2))
  await page.getByRole('button', { name: `Галина ${phone.slice(-5)}` }).click()
  await expect(page.getByLabel('Телефон клиента')).toHaveValue(phone)
  await expect(page.getByLabel('Вещь')).toBeFocused()
})

test('what customers see and what staff note are kept apart', async ({ page, request }) => {
  const phone = newPhone()
  const person = await newCustomer(request, 'Дарья', international(phone))
  await page.goto('/app/#/tasks/new')
  await page.getByLabel('Телефон клиента').fill(phone)
  await page.getByLabel('Что увидит клиент').fill('Заменить экран')
  await page.getByLabel('Заметка для своих').fill('Торгуется')
  await page.getByRole('button', { name: 'Принять' }).click()
  await expect(taken(page)).toBeVisible()
  test.slow()
  await expect.poll(async () => (await chatOf(person)).map(({ text }) => text).join(), { timeout: 60_000 }).toContain('Заменить экран')
  expect((await chatOf(person)).map(({ text }) => text).join()).not.toContain('Торгуется')
  await page.getByRole('link', { name: 'Открыть заявку' }).click()
  await expect(page.locator('.conversation')).toContainText('Торгуется')
})

test('photos go along with the task, as taken before the work', async ({ page }) => {
  await page.goto('/app/#/tasks/new')
  await page.getByLabel('Телефон клиента').fill(newPhone())
  await page.getByLabel('Добавить фото').setInputFiles(['../../docs/demo.webp'])
  await expect(page.locator('.attachments')).toContainText('demo.webp')
  await page.getByRole('button', { name: 'Принять' }).click()
  await expect(taken(page)).toBeVisible()
  await page.getByRole('link', { name: 'Открыть заявку' }).click()
  await expect(page.locator('.conversation .picture-label')).toHaveText('До')
})

test('all is typed with the keyboard alone: Enter goes on, Ctrl and Enter take in', async ({ page, hasTouch }) => {
  test.skip(hasTouch, 'a phone has its own keyboard')
  const serial = `SN-${newPhone().replace(/\D/g, '')}`
  for (const round of [1, 2]) {
    await page.goto('/app/#/tasks/new')
    await expect(page.getByLabel('Телефон клиента')).toBeFocused()
    await page.keyboard.type(newPhone())
    await expect(page.getByLabel('Имя', { exact: true })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Имя', { exact: true })).toBeFocused()
    await page.keyboard.type(`Евгений ${round}`)
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Вещь')).toBeFocused()
    await page.keyboard.type('Часы')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter') // opens what else is known of the item
    await expect(page.getByLabel('Серийный номер')).toBeVisible()
    await page.getByLabel('Серийный номер').focus()
    await page.keyboard.type(serial)
    if (round === 2) await expect(page.getByRole('status').filter({ hasText: 'Уже была у вас' })).toContainText('Евгений 1, Принято')
    await page.keyboard.press('Control+Enter')
    await expect(taken(page)).toBeFocused()
  }
})

const consentOn = (page: Page) => page.getByLabel('Клиент согласен на обработку персональных данных')

async function consentsOf(page: Page, phone: string): Promise<object[]> {
  const query = 'query($phone: String!) { customerByPhone(phone: $phone) { consents { version notedBy { name } } } }'
  return (await graphql<{ customerByPhone: { consents: object[] } }>(page, query, { phone })).customerByPhone.consents
}

test('a customer agrees to the text on personal data while they are taken in, and is not asked again', async ({ page }) => {
  await page.goto('/app/#/tasks')
  const [phone, another, withdrawn] = [newPhone(), newPhone(), newPhone()]
  const consent = consentOn(page)
  const begin = async (phone: string) => {
    await page.goto('/app/#/tasks/new')
    await page.getByLabel('Телефон клиента').fill(phone)
  }
  await begin(phone)
  await expect(page.getByLabel('Имя', { exact: true })).toBeVisible()
  await expect(consent, 'a shop without a text asks for nothing').toHaveCount(0)
  await settle(page, { consentVersion: '2026-03', consentUrl: 'https://example.com/consent' })
  try {
    await page.reload()
    await expect(consent).not.toBeChecked()
    await expect(page.getByRole('link', { name: 'Открыть текст' })).toHaveAttribute('href', 'https://example.com/consent')
    await page.getByText('Клиент согласен на обработку персональных данных').click()

    // An admin changes the text meanwhile.
    await settle(page, { consentVersion: '2026-04', consentUrl: 'https://example.com/consent' })
    await page.getByRole('button', { name: 'Принять' }).click()
    await expect(page.locator('.form-error')).toContainText('Текст о персональных данных сменился')
    await expect(consent).not.toBeChecked()
    await page.getByText('Клиент согласен на обработку персональных данных').click()
    await page.getByRole('button', { name: 'Принять' }).click()
    await expect(taken(page)).toBeVisible()
    expect(await consentsOf(page, phone)).toEqual([{ version: '2026-04', notedBy: { name: 'Анна Лебедева' } }])

    // Or takes it back.
    await begin(withdrawn)
    await page.getByText('Клиент согласен на обработку персональных данных').click()
    await settle(page, { consentVersion: '', consentUrl: '' })
    await page.getByRole('button', { name: 'Принять' }).click()
    await expect(page.locator('.form-error')).toContainText('Согласие больше не нужно')
    await expect(consent).toHaveCount(0)
    await page.getByRole('button', { name: 'Принять' }).click()
    await expect(taken(page)).toBeVisible()
    expect(await consentsOf(page, withdrawn)).toEqual([])
    await settle(page, { consentVersion: '2026-04', consentUrl: 'https://example.com/consent' })

    await begin(phone)
    await expect(page.getByRole('status', { name: /^Уже есть карточка/ })).toBeVisible()
    await expect(consent, 'who has agreed is not asked again').toHaveCount(0)
    await begin(another)
    await expect(consent, 'and nobody has for somebody else').not.toBeChecked()
    await page.getByRole('button', { name: 'Принять' }).click()
    await expect(taken(page)).toBeVisible()
    expect(await consentsOf(page, another)).toEqual([])
  } finally {
    await settle(page, { consentVersion: '', consentUrl: '' })
  }
})

test('a consent is that of the phone for which it was ticked, and is noted only while it is in sight', async ({ page }) => {
  await page.goto('/app/#/tasks')
  await settle(page, { consentVersion: '2026-03', consentUrl: 'https://example.com/consent' })
  try {
    const [phone, another, third] = [newPhone(), newPhone(), newPhone()]
    const consent = consentOn(page)
    const tick = () => page.getByText('Клиент согласен на обработку персональных данных').click()
    await page.goto('/app/#/tasks/new')
    await page.getByLabel('Телефон клиента').fill(phone)
    await tick()
    await expect(consent).toBeChecked()
    await page.getByLabel('Телефон клиента').fill(another)
    await expect(consent).not.toBeChecked()
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await expect(page.getByLabel('Телефон клиента')).toHaveValue(another)
    await expect(consent, 'nor does the draft bring it back').not.toBeChecked()
    await page.getByRole('button', { name: 'Принять' }).click()
    await expect(taken(page)).toBeVisible()
    expect(await consentsOf(page, another)).toEqual([])

    await page.goto('/app/#/tasks/new')
    await page.getByLabel('Телефон клиента').fill(third)
    await tick()
    await expect(consent).toBeChecked()
    // Nothing is known of the phone when the form is there again.
    await page.route('**/graphql', (route) => (route.request().postData()?.includes('CustomerSearch') ? undefined : route.continue()))
    await page.reload()
    await expect(page.getByLabel('Телефон клиента')).toHaveValue(third)
    await expect(consent).toHaveCount(0)
    await page.getByRole('button', { name: 'Принять' }).click()
    await expect(taken(page)).toBeVisible()
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    expect(await consentsOf(page, third)).toEqual([])
  } finally {
    await settle(page, { consentVersion: '', consentUrl: '' })
  }
})

test('an answer that is lost is asked for again, also when the customer has agreed by it', async ({ page, context }) => {
  await page.goto('/app/#/tasks')
  await settle(page, { consentVersion: '2026-03', consentUrl: 'https://example.com/consent' })
  try {
    const phone = newPhone()
    await page.goto('/app/#/tasks/new')
    await page.getByLabel('Телефон клиента').fill(phone)
    await page.getByText('Клиент согласен на обработку персональных данных').click()
    let lost = 0
    await page.route('**/graphql', async (route) => {
      if (lost > 0 || !route.request().postData()?.includes('CreateTask')) return route.continue()
      lost++
      await route.fetch()
      return route.abort('internetdisconnected')
    })
    await page.getByRole('button', { name: 'Принять' }).click()
    await expect(page.locator('.form-error')).toBeVisible()
    await context.setOffline(true)
    await context.setOffline(false)
    await expect(page.getByRole('status', { name: /^Уже есть карточка/ })).toBeVisible()
    await page.getByRole('button', { name: 'Принять' }).click()
    await expect(taken(page)).toBeVisible()
    expect(lost).toBe(1)
    expect(await consentsOf(page, phone)).toHaveLength(1)
  } finally {
    await settle(page, { consentVersion: '', consentUrl: '' })
  }
})

test('what was typed is there after the page was closed', async ({ page }) => {
  const phone = newPhone()
  await page.goto('/app/#/tasks/new')
  await page.getByLabel('Телефон клиента').fill(phone)
  await page.getByLabel('Вещь').fill('Пальто')
  await page.getByText('Через неделю').click()
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByLabel('Телефон клиента')).toHaveValue(phone)
  await expect(page.getByLabel('Вещь')).toHaveValue('Пальто')
  await expect(page.getByRole('radio', { name: 'Через неделю' })).toBeChecked()
})
