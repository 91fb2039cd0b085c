import { createTask, expect, logIn, newPhone, test } from './staff'

test('the list comes back narrowed as the person left it, without the search of the moment', async ({ page }) => {
  await page.goto('/app/#/tasks')
  await page.getByRole('button', { name: 'Фильтры' }).click()
  await page.getByRole('button', { name: 'Ремонт' }).click()
  await page.getByRole('group', { name: 'Ответственный' }).getByRole('button', { name: 'Игорь Соколов' }).click()
  await page.getByRole('button', { name: /^Показать \d+/ }).click()
  await page.getByRole('searchbox').fill('экран')
  await expect(page).toHaveURL(/search=/)

  await page.goto('about:blank')
  await page.goto('/app/')
  await expect(page).toHaveURL(/category=REPAIR/)
  await expect(page).toHaveURL(/whose=\d+/)
  expect(page.url()).not.toContain('search')
  await page.getByRole('link', { name: 'Клиенты' }).click()
  await page.getByRole('link', { name: 'Заявки', exact: true }).click()
  await expect(page).toHaveURL(/category=REPAIR/)
  await page.getByRole('button', { name: 'Фильтры' }).click()
  await page.getByRole('button', { name: 'Сбросить фильтры' }).first().click()
  await expect(page).not.toHaveURL(/category/)
})

test('what was typed survives that the page is closed', async ({ page }) => {
  const phone = newPhone()
  await page.goto('/app/#/tasks/new')
  await page.getByLabel('Телефон клиента').fill(phone)
  await page.getByLabel('Что увидит клиент').fill('Не успели сохранить')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto('about:blank')

  await page.goto('/app/#/tasks/new')
  await expect(page.getByText('Мы вернули ваш черновик.')).toBeVisible()
  await expect(page.getByLabel('Телефон клиента')).toHaveValue(phone)
  await page.getByRole('button', { name: 'Принять' }).click()
  await expect(page.getByRole('heading', { name: /^Заявка №\s\d+ принята$/, level: 1 })).toBeVisible()

  await page.goto('/app/#/tasks/new')
  await expect(page.getByLabel('Телефон клиента')).toHaveValue('')
  await expect(page.getByText('Мы вернули ваш черновик.')).toHaveCount(0)
})

test('an unfinished edit is compared with what the task has become meanwhile', async ({ page, context }) => {
  const id = await createTask(page, newPhone(), 'Было')
  await page.goto(`/app/#/tasks/${id}/edit`)
  await page.getByLabel('Что увидит клиент').fill('Моё')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto('about:blank')

  const other = await context.newPage()
  await other.goto(`/app/#/tasks/${id}`)
  await other.getByRole('button', { name: 'Взять в работу' }).click()
  // The status is shown before the server has it; this is said after.
  await expect(other.getByText(`№ ${id} → В работе`)).toBeVisible()

  await page.goto(`/app/#/tasks/${id}/edit`)
  await expect(page.getByText('Пока вы редактировали, заявку изменили.')).toBeVisible()
  await expect(page.getByLabel('Что увидит клиент')).toHaveValue('Моё')
  await page.getByRole('button', { name: 'Вариант коллеги' }).click()
  await expect(page.getByLabel('Что увидит клиент')).toHaveValue('Было')
})

test('one’s own name and password are changed, and other devices are logged out', async ({ browser, page, baseURL }) => {
  // An account of the test's own, for others log in with the demo's.
  const email = `account-${newPhone().replace(/\D/g, '')}@example.com`
  await page.goto('/app/#/team')
  await page.getByRole('button', { name: 'Пригласить коллегу' }).click()
  await page.getByRole('button', { name: 'Создать ссылку' }).click()
  const address = page.getByRole('textbox', { name: 'Приглашения' })
  await expect(address).toHaveValue(/^http/)
  const link = await address.inputValue()
  const options = { storageState: { cookies: [], origins: [] }, locale: 'ru-RU', baseURL: baseURL! }
  const [first, second] = [await browser.newContext(options), await browser.newContext(options)]

  const here = await first.newPage()
  await here.goto(link)
  await here.getByLabel('Ваше имя').fill('Новый коллега')
  await here.getByLabel('Почта').fill(email)
  await here.getByLabel('Пароль', { exact: true }).fill('correct horse battery')
  await here.getByLabel('Пароль ещё раз').fill('correct horse battery')
  await here.getByRole('button', { name: 'Зарегистрироваться' }).click()
  await expect(here.getByRole('heading', { name: 'Заявки', level: 1 })).toBeVisible()
  const elsewhere = await second.newPage()
  await elsewhere.goto('/app/#/customers')
  await logIn(elsewhere, { email, password: 'correct horse battery' }, 'Клиенты')

  await here.goto(new URL('/app/#/account', baseURL).href)
  await here.getByLabel('Имя').fill('<img src=x onerror=alert(1)>')
  await here.getByRole('link', { name: 'Ещё' }).click()
  await here.getByRole('alertdialog').getByRole('button', { name: 'Остаться' }).click()
  await expect(here).toHaveURL(/#\/account$/)
  await here.getByRole('button', { name: 'Сохранить профиль' }).click()
  await expect(here.getByText('Профиль сохранён')).toBeVisible()
  await here.getByLabel('Текущий пароль').fill('not this one')
  await here.getByLabel('Новый пароль').fill('battery staple horse')
  await here.getByRole('button', { name: 'Сменить пароль' }).click()
  await expect(here.getByRole('alert')).toHaveText('Это не ваш текущий пароль.')
  // What was typed survives, though the other device can be logged out before it is touched again.
  await elsewhere.getByRole('searchbox').fill('Ольга')
  await here.getByLabel('Текущий пароль').fill('correct horse battery')
  await here.getByRole('button', { name: 'Сменить пароль' }).click()
  await expect(here.getByText('Пароль изменён')).toBeVisible()
  await here.getByRole('link', { name: 'Ещё' }).click()
  await expect(here.getByText('<img src=x onerror=alert(1)>')).toBeVisible()

  await expect(elsewhere.getByText('Сеанс завершён.')).toBeVisible()
  await logIn(elsewhere, { email, password: 'battery staple horse' }, 'Клиенты')
  await expect(elsewhere.getByRole('searchbox')).toHaveValue('Ольга')
  await first.close()
  await second.close()
})

test('of which news the bot tells is chosen', async ({ page }) => {
  await page.goto('/app/#/account')
  const news = page.getByRole('radiogroup', { name: 'Новости в Telegram' })
  await news.getByText('Только о моих заявках').click()
  await expect(page.getByText('Сохранено')).toBeVisible()
  await page.reload()
  await expect(news.getByRole('radio', { name: 'Только о моих заявках' })).toBeChecked()
  await news.getByText('Все, кроме чужих заявок').click()
  await expect(news.getByRole('radio', { name: 'Все, кроме чужих заявок' })).toBeChecked()
  // Others go on being told: it is shown before the server has it, and this is said after.
  await expect(page.getByText('Сохранено')).toBeVisible()
})
