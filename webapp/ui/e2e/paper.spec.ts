import { createRequire } from 'node:module'
import type { Locator, Page } from '@playwright/test'
import { createTask, expect, graphql, newPhone, settle, test as base } from './staff'
import { newCustomer } from './telegram'

/** The decoder, as its script leaves it in a page. */
declare const jsQR: (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null

const bot = 'https://t.me/vintik_bot'
const sheet = (page: Page) => page.locator('.sheet')

/** What a page of paper is long, in millimetres. */
const sizes = { a6: [105, 148], label: [58, 40], poster: [210, 297] } as const

const usual = {
  address: 'ул. Ленина, 5, вход со двора',
  phone: '+7 495 123-45-67',
  hours: [1, 2, 3, 4, 5].map((day) => ({ day, from: '10:00', to: '20:00' })).concat({ day: 6, from: '11:00', to: '18:00' }),
  warrantyDays: 30,
}

/** A shop that has said where it is, when it is open and what its warranty is, for as long as the test lasts. */
const test = base.extend<{ settled: void }>({
  settled: async ({ page }, use) => {
    await page.goto('/app/#/more')
    const { settings: before } = await graphql<{ settings: object }>(page, '{ settings { address phone hours { day from to } warrantyDays } }')
    await settle(page, usual)
    await use()
    await settle(page, Object.fromEntries(Object.entries(before).map(([name, value]) => [name, value ?? ''])))
  },
})

/** The pages of the PDF that a browser prints, in millimetres. */
async function printed(page: Page, name: string): Promise<number[][]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, path: base.info().outputPath(`${name}.pdf`) })).toString('latin1')
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...box]) => box.map((points) => Math.round((Number(points) / 72) * 25.4)))
}

/** Reads a QR code as a camera does, from the pixels. */
async function scanned(page: Page, qr: Locator): Promise<string> {
  const picture = (await qr.screenshot()).toString('base64')
  const blank = await page.context().newPage()
  await blank.addScriptTag({ path: createRequire(import.meta.url).resolve('jsqr') })
  const text = await blank.evaluate(async (picture) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob())
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!
    canvas.drawImage(image, 0, 0)
    const { data, width, height } = canvas.getImageData(0, 0, image.width, image.height)
    return jsQR(data, width, height)?.data ?? 'no QR code'
  }, picture)
  await blank.close()
  return text
}

/** Of the sheet as it is printed: what is cut off, and where it lies. */
async function inPrint(page: Page, name: string): Promise<string[]> {
  await page.emulateMedia({ media: 'print' })
  await page.screenshot({ path: base.info().outputPath(`${name}.png`), fullPage: true })
  const cut = await sheet(page).evaluate((sheet) => {
    const edge = sheet.getBoundingClientRect()
    const outside = [...sheet.querySelectorAll('*')].filter((part) => {
      const box = part.getBoundingClientRect()
      return box.right > edge.right + 0.5 || box.bottom > edge.bottom + 0.5
    })
    const scrolls = [sheet, ...sheet.querySelectorAll('p, dd, h2, div')].filter(
      (part) => part.scrollWidth > part.clientWidth + 1 || (part.scrollHeight > part.clientHeight + 1 && getComputedStyle(part).webkitLineClamp === 'none'),
    )
    const beside = edge.left !== 0 || edge.top !== 0 ? ['the sheet is not in the corner of the page'] : []
    return [...beside, ...[...outside, ...scrolls].map((part) => `${part.className}: ${part.textContent}`)]
  })
  await page.emulateMedia({ media: null })
  return cut
}

/** A task with all that can be known of it. */
async function detailedTask(page: Page, phone: string): Promise<string> {
  const id = await createTask(page, phone, 'Заменить экран и проверить разъём зарядки, данные не стирать')
  await graphql(page, 'mutation($data: TaskInput!) { updateTask(taskData: $data) { task { id } } }', {
    data: {
      id,
      promisedTime: '2026-03-05T18:00',
      item: { kind: 'Телефон', maker: 'Samsung', model: 'A52', serial: 'R58N123456', condition: 'Трещина слева, царапины', includes: 'Чехол, зарядка' },
    },
  })
  return id
}

test('a receipt is one page of its size, and connects a customer who has no chat yet', async ({ page, settled: _ }) => {
  const id = await detailedTask(page, newPhone())
  await page.goto(`/app/#/tasks/${id}`)
  await page.locator('.task-about .row-link').first().click()
  await page.getByRole('link', { name: 'Напечатать квитанцию или наклейку' }).click()
  await expect(sheet(page)).toContainText(`Квитанция № ${id}`)
  for (const text of ['Мастерская «Винтик»', 'ул. Ленина, 5', 'Пн–Пт 10:00–20:00, Сб 11:00–18:00 · +7 495 123-45-67', 'Телефон Samsung A52, S/N R58N123456',
    'Трещина слева', 'Чехол, зарядка', 'Заменить экран', '5 марта 2026 г., 18:00', '30 дней после выдачи', '@vintik_bot']) {
    await expect(sheet(page)).toContainText(text)
  }
  await expect(sheet(page)).not.toContainText('Стоимость')
  const digits = (await page.locator('.receipt-digits').textContent())!
  expect(digits).toMatch(/^\d{3} \d{3}$/)
  const code = await scanned(page, page.locator('.sheet .qr'))
  expect(code).toMatch(/^https:\/\/t\.me\/vintik_bot\?start=i_[\w-]{22}$/)
  expect(await inPrint(page, 'a6')).toEqual([])
  expect(await printed(page, 'a6')).toEqual([[...sizes.a6]])

  await page.getByText('Квитанция 80 мм', { exact: true }).click()
  await expect(page).toHaveURL(/sheet=roll/)
  await expect(page.locator('.sheet-roll')).toBeVisible()
  await expect(page.locator('.receipt-digits')).toHaveText(digits)
  expect(await inPrint(page, 'roll')).toEqual([])
  const pages = await printed(page, 'roll')
  expect(pages).toHaveLength(1)
  expect(pages[0]![0]).toBe(80)
  expect(pages[0]![1]).toBeGreaterThan(100)
  expect(pages[0]![1]).toBeLessThan(200)

  // What is on paper stays: a reload makes no new code.
  await page.reload()
  await expect(page.locator('.receipt-digits')).toHaveText(digits)
  expect(await scanned(page, page.locator('.sheet .qr'))).toBe(code)
})

test('a receipt for who is in Telegram opens their request, with the price they agreed to', async ({ page, request }) => {
  const phone = newPhone()
  await newCustomer(request, 'Нина', `+7${phone.replace(/\D/g, '').slice(1)}`)
  const id = await detailedTask(page, phone)
  const { saveEstimate } = await graphql<{ saveEstimate: { estimate: { id: string; version: number } } }>(
    page,
    'mutation($id: ID!) { saveEstimate(taskId: $id, lines: [{ text: "Экран", price: 640000 }, { text: "Работа", price: 100050 }]) { estimate { id version } } }',
    { id },
  )
  const estimate = { id: saveEstimate.estimate.id, version: saveEstimate.estimate.version }
  await page.goto(`/app/#/tasks/${id}/paper`)
  await expect(sheet(page)).toContainText(`Квитанция № ${id}`)
  await expect(sheet(page)).not.toContainText('Стоимость')
  await graphql(page, 'mutation($id: ID!, $version: Int!) { sendEstimate(id: $id, version: $version) { estimate { id } } }', estimate)
  await graphql(page, 'mutation($id: ID!, $version: Int!) { decideEstimate(id: $id, version: $version, accepted: true, via: COUNTER) { estimate { id } } }', estimate)
  await graphql(page, 'mutation($id: ID!) { addPayment(taskId: $id, amount: 200000, method: CASH) { task { id } } }', { id })
  await page.reload()
  await expect(sheet(page)).toContainText(/Стоимость7\s400,50\s₽/)
  await expect(sheet(page)).toContainText(/Оплачено2\s000\s₽, осталось 5\s400,50\s₽/)
  await expect(page.locator('.receipt-digits')).toHaveCount(0)
  expect(await scanned(page, page.locator('.sheet .qr'))).toBe(`${bot}?start=task_${id}`)
  expect(await printed(page, 'price')).toEqual([[...sizes.a6]])
})

test('a label is of its size however long names and descriptions are, and its code opens the task', async ({ page }) => {
  const phone = newPhone()
  const id = await createTask(page, phone, 'Очень длинное описание неисправности, '.repeat(200))
  await graphql(page, 'mutation($data: CustomerInput!) { updateCustomer(customerData: $data) { customer { id } } }', {
    data: { phone, name: 'Константинопольский-Ростиславский Максимилиан Вячеславович '.repeat(3) },
  })
  await graphql(page, 'mutation($data: TaskInput!) { updateTask(taskData: $data) { task { id } } }', {
    data: { id, promisedTime: '2026-03-05T18:00', item: { kind: 'Посудомоечнаямашинабезпробелов'.repeat(4), condition: 'Царапины, '.repeat(90), includes: 'Шланг, '.repeat(90) } },
  })
  await page.goto(`/app/#/tasks/${id}/paper?sheet=label`)
  await expect(sheet(page)).toContainText(`№ ${id}`)
  expect(await scanned(page, page.locator('.sheet .qr'))).toBe(`${bot}?startapp=task_${id}`)
  expect(await inPrint(page, 'label-long')).toEqual([])
  expect(await printed(page, 'label-long')).toEqual([[...sizes.label]])

  await page.goto(`/app/#/tasks/${id}/paper`)
  await expect(sheet(page)).toContainText(`Квитанция № ${id}`)
  await expect(page.locator('.receipt-digits')).toBeVisible()
  expect(await inPrint(page, 'a6-long')).toEqual([])
  expect(await printed(page, 'a6-long')).toEqual([[...sizes.a6]])
  await page.goto(`/app/#/tasks/${id}/paper?sheet=roll`)
  await expect(page.locator('.sheet-roll')).toBeVisible()
  expect(await inPrint(page, 'roll-long')).toEqual([])
  expect(await printed(page, 'roll-long')).toHaveLength(1)
})

test('the poster is one A4 page with the bot’s code and the shop', async ({ page, settled: _ }) => {
  await page.goto('/app/#/poster')
  await expect(sheet(page)).toContainText('Мастерская «Винтик»')
  await expect(sheet(page)).toContainText('@vintik_bot')
  expect(await scanned(page, page.locator('.sheet .qr'))).toBe(bot)
  expect(await inPrint(page, 'poster')).toEqual([])
  expect(await printed(page, 'poster')).toEqual([[...sizes.poster]])
})

test('after a task is taken in its receipt and label are two taps away, and printing is the browser’s own', async ({ page }) => {
  await page.goto('/app/#/tasks/new')
  await page.getByLabel('Телефон клиента').fill(newPhone())
  await page.getByRole('button', { name: 'Принять' }).click()
  const digits = page.locator('.connect-digits')
  await expect(digits).toHaveText(/^\d{3} \d{3}$/)
  const shown = (await digits.textContent())!
  await page.evaluate(() => {
    window.print = () => document.body.classList.add('asked-to-print')
  })
  await page.getByRole('link', { name: 'Напечатать квитанцию' }).click()
  await expect(page.locator('.receipt-digits')).toHaveText(shown)
  await page.getByRole('button', { name: 'Напечатать' }).click()
  await expect(page.locator('body')).toHaveClass(/asked-to-print/)
  await page.getByText('Наклейка', { exact: true }).click()
  await expect(page.locator('.sheet-label')).toBeVisible()
})

test('a code that is out is not voided without a question', async ({ page, context }) => {
  const id = await createTask(page, newPhone(), 'Код')
  await page.goto(`/app/#/tasks/${id}/taken`)
  const digits = page.locator('.connect-digits')
  await expect(digits).toHaveText(/^\d{3} \d{3}$/)
  const shown = (await digits.textContent())!
  await page.reload()
  await expect(digits).toHaveText(shown)

  // Another tab knows that there is one, and not which.
  const other = await context.newPage()
  await other.goto(`/app/#/tasks/${id}/taken`)
  await expect(other.getByText('У клиента есть код, он действует до')).toBeVisible()
  await expect(other.locator('.connect-digits')).toHaveCount(0)
  await other.getByRole('button', { name: 'Новый код' }).click()
  await other.getByRole('alertdialog').getByRole('button', { name: 'Отмена' }).click()
  await expect(other.locator('.connect-digits')).toHaveCount(0)
  await other.getByRole('button', { name: 'Новый код' }).click()
  await other.getByRole('alertdialog').getByRole('button', { name: 'Новый код' }).click()
  await expect(other.locator('.connect-digits')).toHaveText(/^\d{3} \d{3}$/)
  await other.close()

  await page.reload()
  await expect(page.getByText('У клиента есть код, он действует до')).toBeVisible()
})

test.describe('in an English browser', () => {
  test.use({ locale: 'en-GB' })

  test('paper is in English', async ({ page, settled: _ }) => {
    await page.goto('/app/#/tasks/113/paper')
    await expect(sheet(page)).toContainText('Receipt #113')
    await expect(sheet(page)).toContainText('Mon–Fri 10:00–20:00, Sat 11:00–18:00')
    expect(await inPrint(page, 'a6-en')).toEqual([])
    for (const [kind, text] of [['roll', 'Receipt #113'], ['label', '#113']] as const) {
      await page.goto(`/app/#/tasks/113/paper?sheet=${kind}`)
      await expect(page.locator(`.sheet-${kind}`)).toContainText(text)
      expect(await inPrint(page, `${kind}-en`)).toEqual([])
    }
    await page.goto('/app/#/poster')
    await expect(sheet(page)).toContainText('Write to us in Telegram')
    expect(await inPrint(page, 'poster-en')).toEqual([])
  })
})
