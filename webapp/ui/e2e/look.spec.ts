import type { Page } from '@playwright/test'
import { createTask, expect, newPhone, test } from './staff'

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

test('the app is in the browser’s language until the person chooses another', async ({ page }) => {
  await page.goto('/app/#/more')
  await expect(page.getByRole('heading', { name: 'Ещё', level: 1 })).toBeVisible()
  await page.getByText('English').click()
  await expect(page.getByRole('heading', { name: 'More', level: 1 })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('link', { name: 'Customers' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test.describe('in an English browser', () => {
  test.use({ locale: 'en-US' })
  test('the app is in English', async ({ page }) => {
    await page.goto('/app/')
    await expect(page.getByRole('heading', { name: 'Tasks', level: 1 })).toBeVisible()
    await expect(page.getByRole('button', { name: 'In progress' }).first()).toBeVisible()
  })
})

test('the colours follow the device, at once', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/app/')
  await expect(page.getByRole('heading', { name: 'Заявки', level: 1 })).toBeVisible()
  const light = await background(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => background(page)).not.toBe(light)
})

test('while the program is on its way there are grey rows, in the device’s colours', async ({ page }) => {
  let come = () => {}
  const way = new Promise<void>((resolve) => (come = resolve))
  await page.route('**/assets/index-*.js', async (route) => {
    await way
    await route.continue()
  })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/app/', { waitUntil: 'commit' })
  await expect(page.locator('.waiting .skeleton').first()).toBeVisible()
  const light = await background(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => background(page)).not.toBe(light)
  come()
  await expect(page.getByRole('heading', { name: 'Заявки', level: 1 })).toBeVisible()
  await expect(page.locator('.waiting')).toHaveCount(0)
})

const places = [
  ...['#/inbox', '#/tasks', '#/tasks/new', '#/tasks/1', '#/customers/1', '#/customers/1/chat', '#/customers', '#/customers/new', '#/overview', '#/more', '#/account'],
  ...['#/tasks/1/paper', '#/poster', '#/team', '#/tokens', '#/tokens/new', '#/webhooks', '#/webhooks/new'],
  ...['#/settings', '#/settings/texts/READY', '#/settings/stages', '#/settings/stages/new'],
]

for (const place of places) {
  test(`nothing is wider than the screen at ${place}, nor at 200 %`, async ({ page, viewport }) => {
    for (const part of [1, 2]) {
      await page.setViewportSize({ width: Math.floor(viewport!.width / part), height: viewport!.height })
      await page.goto(`/app/${place}`)
      await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true }).last()).toBeVisible()
      await expect(page.getByRole('status', { name: 'Загрузка' })).toHaveCount(0)
      // A phone's window takes its new width a moment after the page has it.
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
  })
}

test('a name has room in the list and on the card at 200 % on a phone', async ({ page, viewport }) => {
  test.skip(viewport!.width > 899, 'a desktop has room')
  const id = await createTask(page, newPhone(), 'Вдвое крупнее')
  await page.setViewportSize({ width: Math.floor(viewport!.width / 2), height: viewport!.height })
  const widthOf = async (selector: string) => (await page.locator(selector).boundingBox())?.width
  await expect.poll(() => widthOf('.pane-card .customer-row button .row-title')).toBeGreaterThan(70)
  await page.goto('/app/#/tasks')
  await expect.poll(() => widthOf(`#task-${id}`)).toBeGreaterThan(100)
})

test('all statuses are in sight where a mouse cannot scroll to the side', async ({ page, viewport }) => {
  test.skip(viewport!.width < 900, 'a finger scrolls them')
  await page.goto('/app/#/tasks')
  await expect(page.getByRole('group', { name: 'Статусы' }).getByRole('button').last()).toBeInViewport({ ratio: 1 })
})

test('the row of what is edited is marked in the list beside it', async ({ page, viewport }) => {
  test.skip(viewport!.width < 900, 'a phone shows no list there')
  const id = await createTask(page, newPhone(), 'Отмечена')
  await page.getByRole('link', { name: 'Изменить' }).click()
  await expect(page.getByRole('heading', { name: `Изменить заявку № ${id}`, level: 1 })).toBeVisible()
  await expect(page.locator(`#task-${id}`)).toHaveAttribute('aria-current', 'page')
})

test('the button that undoes is one line, whatever stands beside it', async ({ page }) => {
  await createTask(page, newPhone(), 'Отменяемая')
  await page.getByRole('button', { name: 'Взять в работу' }).click()
  const undo = page.getByRole('button', { name: 'Отменить', exact: true })
  // In one step, for it goes by itself.
  const height = await undo.evaluate((button) => button.getBoundingClientRect().height)
  expect(height).toBeGreaterThan(0)
  expect(height).toBeLessThan(40)
})

test('a lost network leaves the buttons at the bottom in sight', async ({ page, context }) => {
  await page.goto('/app/#/tasks')
  await expect(page.locator('.task-row').first()).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText('Нет связи с сетью.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Новая заявка' })).toBeInViewport({ ratio: 1 })
})

test('what a finger taps is 44 px high, though it looks smaller', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'Под пальцем')
  // All parts at once, for news goes by itself; again until they are there and have come to rest.
  const areUnderFinger = async (parts: string[], scrolledTo?: string) => {
    const missed = () =>
      page.evaluate(
        ([parts, scrolledTo]) => {
          if (scrolledTo) document.querySelector(scrolledTo)?.scrollIntoView({ block: 'center' })
          return parts.filter((part) => {
            const element = [...document.querySelectorAll(part)].find((one) => one.checkVisibility({ visibilityProperty: true }))
            if (!element) return true
            const { x, y, width, height } = element.getBoundingClientRect()
            return [-21.5, 21.5].some((off) => !element.contains(document.elementFromPoint(x + width / 2, y + height / 2 + off)))
          })
        },
        [parts, scrolledTo] as const,
      )
    await expect.poll(missed).toEqual([])
  }
  await page.goto('/app/#/tasks?whose=mine')
  await areUnderFinger(['.chip', '.chip-chosen', '.next-button', '.round-button', '.tabs a'])
  await page.getByRole('button', { name: 'Фильтры' }).click()
  await areUnderFinger(['dialog .chip', 'dialog .round-button'])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.goto(`/app/#/tasks/${id}`)
  await areUnderFinger(['.advance', '.task-about a[href^="tel:"]', '.back', '.steps .option span'].map((part) => `.pane-card ${part}`))
  await page.locator('.option-READY span').click()
  await areUnderFinger(['.toast a', '.toast button', '.toast-close'])

  await page.goto('/app/#/settings')
  await areUnderFinger(['.settings-day label', '.settings-day input[type=time]'], '.settings-day')
})

test('news with two things to do is read in lines, not in letters', async ({ page }) => {
  await createTask(page, newPhone(), 'Позвонить или отменить')
  await page.locator('.option-READY span').click()
  const both = page.locator('.toast')
    .filter({ has: page.getByRole('link', { name: 'Позвонить' }) })
    .filter({ has: page.getByRole('button', { name: 'Отменить' }) })
  // In one step, for it goes by itself.
  const { height, width } = await both.evaluate((toast) => ({
    height: toast.getBoundingClientRect().height,
    width: toast.querySelector('.toast-text')!.getBoundingClientRect().width,
  }))
  expect(height).toBeLessThan(140)
  expect(width).toBeGreaterThan(180)
})

test('a task is opened and left by the keyboard, and the focus comes back to its row', async ({ page }) => {
  const id = await createTask(page, newPhone(), 'С клавиатуры')
  await page.goto('/app/#/tasks')
  const link = page.locator(`#task-${id}`)
  await link.focus()
  await expect(link).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: `Заявка № ${id}`, level: 1 })).toBeFocused()
  // The header gets its buttons, and the card its conversation, with what the server answers.
  await expect(page.locator('.lines')).toContainText('Заявка создана')
  const back = page.getByRole('link', { name: 'Назад' })
  await back.focus()
  await expect(back).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(link).toBeFocused()
})

test('a lost network is said, and the list comes back with it', async ({ page, context }) => {
  await createTask(page, newPhone(), 'Видна и без сети')
  await page.goto('/app/#/tasks')
  await expect(page.locator('.task-row').first()).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText('Нет связи с сетью.')).toBeVisible()
  await expect(page.locator('.task-row').first()).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('Нет связи с сетью.')).toBeHidden()
})

test('the code of the screen that is opened is asked for before that of others', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    const [, name] = /assets\/(\w+)-[^/]+\.js$/.exec(request.url()) ?? []
    if (name) scripts.push(name)
  })
  await page.goto('/app/#/overview')
  await expect(page.getByRole('heading', { name: 'Обзор', level: 1 })).toBeVisible()
  await expect.poll(() => scripts).toContain('tasks')
  expect(scripts.indexOf('overview')).toBeLessThan(scripts.indexOf('tasks'))
})

test('code that does not come ahead of its screen is missed only there', async ({ page }) => {
  await page.route('**/assets/overview-*.js', (route) => route.abort('internetdisconnected'))
  const missed = page.waitForEvent('requestfailed', (request) => request.url().includes('/assets/overview-'))
  await page.goto('/app/#/tasks')
  await missed
  await expect(page.locator('.task-row').first()).toBeVisible()
  await page.getByRole('link', { name: 'Обзор' }).click()
  await expect(page.getByRole('alert')).toContainText('не загрузился')
})

test('who asks for less motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const motions = () => page.evaluate(() => document.getAnimations().length)
  let come = () => {}
  const way = new Promise<void>((resolve) => (come = resolve))
  await page.route('**/graphql', async (route) => {
    await way
    await route.continue()
  })
  await page.goto('/app/#/tasks')
  await expect(page.locator('.task-row, .pane-list .skeleton').first()).toBeVisible()
  await expect.poll(motions).toBe(0)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await expect.poll(motions).toBeGreaterThan(0)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect.poll(motions).toBe(0)
  come()
  await expect(page.locator('.task-row').first()).toBeVisible()
})
