import { readFile, stat, writeFile } from 'node:fs/promises'
import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test'

const { ZAYAVKA_E2E_EMAIL: email = '', ZAYAVKA_E2E_PASSWORD: password = '', ZAYAVKA_E2E_RESULTS: results = 'test-results' } = process.env

/** The zone of the shop's clock. The tests' own demo has one in which it is noon, so that they come to no midnight. */
export const { ZAYAVKA_E2E_TIMEZONE: timezone = 'Europe/Moscow' } = process.env

/** Where the login that the tests share is kept. */
export const stateFile = `${results}/logged-in.json`

/** Every page is watched: an error in the console or a request to another origin fails the test. */
export const test = base.extend({
  // The project's state is a file; a test that begins without a session says so by a value.
  storageState: async ({ storageState, baseURL }, use) => {
    if (typeof storageState === 'string') await logInAgain(storageState, baseURL!)
    await use(storageState)
  },
  page: async ({ page, baseURL }, use) => {
    const surprises: string[] = []
    page.on('pageerror', (error) => surprises.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('ERR_INTERNET_DISCONNECTED')) {
        surprises.push(message.text())
      }
    })
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== new URL(baseURL!).origin) surprises.push(`asks for ${request.url()}`)
    })
    await use(page)
    expect(surprises).toEqual([])
    // A page asks again by itself: a handler that such a question is still with must not fail when the page goes.
    for (const one of page.context().pages()) await one.unrouteAll({ behavior: 'ignoreErrors' })
  },
})

export { expect }

/** In milliseconds: after a quarter of an hour the server asks for the password again. */
const longEnough = 10 * 60_000

/** Renews the login that the tests share before it is asked for the password, however long the tests take. */
async function logInAgain(file: string, baseURL: string): Promise<void> {
  if (Date.now() - (await stat(file)).mtimeMs < longEnough) return
  const query = 'mutation($email: String!, $password: String!) { login(email: $email, password: $password) { token refreshToken } }'
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(`${baseURL}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables: { email, password } }) })
  const { data } = (await answer.json()) as { data: { login: { token: string; refreshToken: string } } }
  const state = await readState(file)
  sessionIn(state).value = JSON.stringify(data.login)
  await writeFile(file, JSON.stringify(state))
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>

const readState = async (file: string) => JSON.parse(await readFile(file, 'utf8')) as State
const sessionIn = (state: State) => state.origins[0]!.localStorage.find(({ name }) => name === 'zayavka.session')!

/** The access token of the login that the tests share. */
async function sharedToken(): Promise<string> {
  const { token } = JSON.parse(sessionIn(await readState(stateFile)).value) as { token: string }
  return token
}

/** Ends at the heading of the screen that the address was of. */
export async function logIn(page: Page, as = { email, password }, screen = 'Заявки'): Promise<void> {
  await page.getByLabel('Почта').fill(as.email)
  await page.getByLabel('Пароль').fill(as.password)
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByRole('heading', { name: screen, level: 1 })).toBeVisible()
}

let lastPhone = 0

/** A mobile number that no other test uses: the milliseconds of these days, or the next one. */
export function newPhone(): string {
  lastPhone = Math.max(lastPhone + 1, Date.now() % 1e9)
  const digits = String(lastPhone).padStart(9, '0')
  return `8 (9${digits.slice(0, 2)}) ${digits.slice(2, 5)}-${digits.slice(5, 7)}-${digits.slice(7)}`
}

const categories = { Ремонт: 'REPAIR', Консультация: 'CONSULTING' } as const

/**
 * Makes a task and opens its card; returns its number. A page on which nothing is open yet gets one of the API's, which
 * takes a fraction of the time; on another the form is filled, as by a person, and what is open learns of it as of one's own.
 */
export async function createTask(page: Page, phone: string, description: string, category: keyof typeof categories = 'Ремонт'): Promise<string> {
  if (page.url() === 'about:blank') {
    const taskData = { customerPhone: phone, description, category: categories[category] }
    const mutation = 'mutation($taskData: TaskInput!) { createTask(taskData: $taskData) { task { id } } }'
    const { createTask } = await ask<{ createTask: { task: { id: string } } }>(page, await sharedToken(), mutation, { taskData })
    await page.goto(`/app/#/tasks/${createTask.task.id}`)
  } else {
    await page.goto('/app/#/tasks/new')
    await page.getByLabel('Телефон клиента').fill(phone)
    await page.getByText(category, { exact: true }).and(page.locator('.option span')).click()
    await page.getByLabel('Что увидит клиент').fill(description)
    await page.getByRole('button', { name: 'Принять' }).click()
    await page.getByRole('link', { name: 'Открыть заявку' }).click()
  }
  const heading = page.getByRole('heading', { name: /^Заявка №\s\d+$/, level: 1 })
  await expect(heading).toBeVisible()
  return (await heading.textContent())!.replace(/\D/g, '')
}

/**
 * Opens a list; ends when it is told of what happens elsewhere, and has been read once more since then (see api/socket.ts):
 * what comes later is told, and no reading that is under way takes it in.
 */
export async function openToldList(page: Page, address: string): Promise<void> {
  await page.addInitScript(() => addEventListener('online', () => (document.documentElement.dataset.told = '')))
  await page.goto(address)
  await expect(page.locator('html[data-told]')).toBeAttached()
  await expect(page.locator('.pane-list > .results')).toHaveAttribute('aria-busy', 'false')
}

/** The distance from the window's top once the element has come to rest: what is drawn above and below it moves it. */
export async function restingTop(locator: Locator): Promise<number> {
  let top = NaN
  const rests = async () => {
    const before = top
    top = await locator.evaluate(async (element) => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      return element.getBoundingClientRect().top
    })
    return top === before
  }
  await expect.poll(rests).toBe(true)
  return top
}

export async function createCustomer(page: Page, phone: string, name: string): Promise<void> {
  await page.goto('/app/#/customers/new')
  await page.getByLabel('Телефон', { exact: true }).fill(phone)
  await page.getByLabel('Имя', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

/** Asks the API as who is logged in on the page. */
export async function graphql<Data>(page: Page, query: string, variables: object = {}): Promise<Data> {
  const { token } = JSON.parse((await page.evaluate(() => localStorage.getItem('zayavka.session')))!) as { token: string }
  return ask(page, token, query, variables)
}

async function ask<Data>(page: Page, token: string, query: string, variables: object): Promise<Data> {
  const answer = await page.request.post('/graphql', { headers: { Authorization: `Bearer ${token}` }, data: { query, variables } })
  const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown }
  expect(errors).toBeUndefined()
  return data
}

/** Changes the shop's settings. */
export async function settle(page: Page, changes: object): Promise<void> {
  const { settings } = await graphql<{ settings: { version: number } }>(page, '{ settings { version } }')
  await graphql(page, 'mutation($data: SettingsInput!) { updateSettings(settingsData: $data) { settings { version } } }', {
    data: { version: settings.version, ...changes },
  })
}
