import { expect, logIn, test } from './staff'

test.use({ storageState: { cookies: [], origins: [] } })

test('a wrong password is refused kindly, the right one leads to the place that was asked for', async ({ page }) => {
  await page.goto('/app/#/customers')
  await page.getByLabel('Почта').fill(process.env.ZAYAVKA_E2E_EMAIL!)
  await page.getByLabel('Пароль').fill('not the password')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('Неверная почта или пароль.')
  await expect(page.getByLabel('Почта')).toHaveValue(process.env.ZAYAVKA_E2E_EMAIL!)

  await page.getByLabel('Пароль').fill(process.env.ZAYAVKA_E2E_PASSWORD!)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Клиенты', level: 1 })).toBeVisible()
})

test('empty fields are named', async ({ page }) => {
  await page.goto('/app/')
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByText('Заполните это поле.')).toHaveCount(2)
})

test('logging out asks, and then the app is closed to the next person', async ({ page }) => {
  await page.goto('/app/')
  await logIn(page)
  await page.getByRole('link', { name: 'Ещё' }).click()
  await page.getByRole('button', { name: 'Выйти' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Выйти' }).click()
  await expect(page.getByRole('heading', { name: 'Вход' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Вход' })).toBeVisible()
})

test('a session that the server refuses ends with its reason and keeps what was being typed', async ({ page }) => {
  await page.goto('/app/')
  await logIn(page)
  await page.goto('/app/#/tasks/new')
  await page.getByLabel('Что увидит клиент').fill('Не потерять')
  // The tab's own tokens become worthless; the answer of the server is a real one.
  let refused = false
  await page.route('**/graphql', (route) => {
    // Not before the phone is there: whatever else the page asks would end the session under the hand.
    refused ||= route.request().postData()?.includes('query CustomerSearch') ?? false
    if (!refused) return route.continue()
    return route.continue({
      headers: { ...route.request().headers(), authorization: 'Bearer worthless' },
      postData: route.request().postData()!.replace(/"refreshToken":"[^"]*"/, '"refreshToken":"worthless"'),
    })
  })
  await page.getByLabel('Телефон клиента').fill('8 917 000-00-01') // which asks whose it is
  await expect(page.getByText('Сеанс завершён.')).toBeVisible()

  await page.unroute('**/graphql')
  await page.getByLabel('Почта').fill(process.env.ZAYAVKA_E2E_EMAIL!)
  await page.getByLabel('Пароль').fill(process.env.ZAYAVKA_E2E_PASSWORD!)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Что увидит клиент')).toHaveValue('Не потерять')
})

test('a link that does not work any more says so before anything is filled in', async ({ page }) => {
  await page.goto('/app/?invite=never-given')
  await expect(page.getByRole('heading', { name: 'Регистрация' })).toBeVisible()
  await expect(page.getByText('Приглашение больше не действует')).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  const place = async (name: string) => (await page.getByText(name).boundingBox())!
  expect((await place('Приглашение больше')).y - (await place('Регистрация')).y).toBeLessThan(60)
  await page.getByRole('button', { name: 'У меня уже есть учётная запись' }).click()
  await expect(page.getByRole('heading', { name: 'Вход' })).toBeVisible()

  await page.goto('/app/?login=never-given')
  await expect(page.getByText('Эта ссылка больше не действует')).toBeVisible()
  await page.getByRole('button', { name: 'Войти по почте' }).click()
  await expect(page.getByRole('heading', { name: 'Вход' })).toBeVisible()
})
