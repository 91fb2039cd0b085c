import type { Page } from '@playwright/test'
import { createTask, expect, newPhone, test } from './staff'

const task = (page: Page, id: string) => page.getByRole('heading', { name: `Заявка № ${id}`, level: 1, exact: true })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Найти по наклейке' })

async function scan(page: Page): Promise<void> {
  await page.goto('/app/#/tasks')
  await page.getByRole('button', { name: 'Сканировать наклейку' }).click()
  await expect(dialog(page)).toBeVisible()
}

async function enter(page: Page, text: string): Promise<void> {
  await dialog(page).getByLabel('Номер заявки').fill(text)
  await dialog(page).getByRole('button', { name: 'Открыть' }).click()
}

test('in a browser without a camera the number opens the task, and so does what a hand scanner types', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'С наклейкой')
  await scan(page)
  await expect(dialog(page).locator('video')).toHaveCount(0)
  await expect(dialog(page).getByLabel('Номер заявки')).toBeFocused()
  await enter(page, id)
  await expect(task(page, id)).toBeVisible()
  await expect(dialog(page)).toHaveCount(0)

  await scan(page)
  await dialog(page).getByLabel('Номер заявки').fill(`https://t.me/vintik_bot?startapp=task_${id}`)
  await page.keyboard.press('Enter')
  await expect(task(page, id)).toBeVisible()
})

test('a hand scanner that is faster than the network loses nothing', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'Быстро')
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/graphql', async (route) => {
    if (/query Bot\b/.test(route.request().postData() ?? '')) await held
    await route.continue()
  })
  await scan(page)
  await dialog(page).getByLabel('Номер заявки').fill(`https://t.me/vintik_bot?startapp=task_${id}`)
  await dialog(page).getByLabel('Номер заявки').press('Enter')
  await expect(dialog(page)).toBeVisible()
  answer()
  await expect(task(page, id)).toBeVisible()
  await expect(dialog(page)).toHaveCount(0)
})

test('what is no label of this shop, and a task that is not there, are said and nothing typed is lost', async ({ page }) => {
  await scan(page)
  for (const [text, said] of [
    ['https://t.me/other_bot?startapp=task_1', 'Это не наклейка этой мастерской.'],
    ['молоко', 'Это не наклейка этой мастерской.'],
    ['999999999', 'Заявки № 999999999 нет. Возможно, её удалили.'],
  ] as const) {
    await enter(page, text)
    await expect(dialog(page).getByRole('alert')).toHaveText(said)
    await expect(dialog(page).getByLabel('Номер заявки')).toHaveValue(text)
  }
})

test('a phone’s camera reads the label where the browser can', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'Под камерой')
  await page.addInitScript((id) => {
    // What a browser with a camera has; this one has neither.
    const canvas = document.createElement('canvas')
    setInterval(() => canvas.getContext('2d')!.fillRect(0, 0, 1, 1), 50)
    navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream(5))
    Object.assign(globalThis, {
      shop: 'other',
      BarcodeDetector: class {
        detect = () => Promise.resolve([{ rawValue: `https://t.me/${(globalThis as unknown as { shop: string }).shop}_bot?startapp=task_${id}` }])
      },
    })
  }, id)
  await page.reload()
  await scan(page)
  await expect(dialog(page).locator('video')).toBeVisible()
  await expect(dialog(page).getByRole('alert')).toHaveText('Это не наклейка этой мастерской.')
  await page.evaluate(() => Object.assign(globalThis, { shop: 'vintik' }))
  await expect(task(page, id)).toBeVisible()
})

test('a camera that is refused leaves the number', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('refused', 'NotAllowedError'))
    Object.assign(globalThis, { BarcodeDetector: class {} })
  })
  await scan(page)
  await expect(dialog(page).getByText('Нет доступа к камере')).toBeVisible()
  await expect(dialog(page).getByLabel('Номер заявки')).toBeVisible()
})
