import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, graphql, test } from './staff'

test('an invite is a link and a QR code, with which a colleague registers; the admin gives and takes rights', async ({
  page,
  browser,
  baseURL,
}, { project }) => {
  await page.goto('/app/#/team')
  await page.getByRole('button', { name: 'Пригласить коллегу' }).click()
  await page.getByRole('button', { name: 'Создать ссылку' }).click()
  await expect(page.getByRole('img', { name: 'QR-код ссылки-приглашения' })).toBeVisible()
  const link = await page.getByRole('textbox', { name: 'Приглашения' }).inputValue()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Действует до').first()).toBeVisible()

  const email = `new-${project.name}-${Date.now()}@example.com`
  const name = `Роман ${project.name} ${Date.now()}`
  const colleague = await (await browser.newContext({ storageState: { cookies: [], origins: [] }, locale: 'ru-RU' })).newPage()
  await colleague.goto(new URL(new URL(link).pathname + new URL(link).search, baseURL).href)
  await expect(colleague.getByText('Вас пригласили работать с заявками')).toBeVisible()
  await colleague.getByLabel('Почта').fill(email)
  await colleague.getByLabel('Пароль', { exact: true }).fill('12345678')
  await colleague.getByLabel('Пароль ещё раз').fill('12345678')
  await colleague.getByRole('button', { name: 'Зарегистрироваться' }).click()
  await expect(colleague.getByText('Напишите имя')).toBeVisible()
  await colleague.getByLabel('Ваше имя').fill(name)
  await colleague.getByRole('button', { name: 'Зарегистрироваться' }).click()
  await expect(colleague.getByText('Пароль не может состоять из одних цифр.')).toBeVisible()
  await colleague.getByLabel('Пароль', { exact: true }).fill('correct horse battery')
  await colleague.getByLabel('Пароль ещё раз').fill('correct horse')
  await colleague.getByRole('button', { name: 'Зарегистрироваться' }).click()
  await expect(colleague.getByText('Пароли не совпадают.')).toBeVisible()
  await colleague.getByLabel('Пароль ещё раз').fill('correct horse battery')
  await colleague.getByRole('button', { name: 'Зарегистрироваться' }).click()
  await expect(colleague.getByRole('heading', { name: 'Заявки', level: 1 })).toBeVisible()
  await colleague.goto(new URL('/app/#/team', baseURL).href)
  await expect(colleague.getByRole('group', { name })).toBeVisible()
  await expect(colleague.getByRole('button', { name: 'Пригласить коллегу' })).toHaveCount(0)
  await colleague.getByRole('link', { name: 'Ещё' }).click()
  await expect(colleague.getByRole('link', { name: 'Вебхуки' })).toHaveCount(0)

  await page.reload()
  const member = page.getByRole('group', { name })
  const question = page.getByRole('alertdialog')
  await member.getByText('Администратор').click()
  await expect(question).toContainText('сможет управлять командой')
  await question.getByRole('button', { name: 'Отмена' }).click()
  await expect(member.getByRole('radio', { name: 'Сотрудник' })).toBeChecked()
  await member.getByText('Администратор').click()
  await question.getByRole('button', { name: 'Сделать' }).click()
  await expect(page.getByText(`${name}: Администратор`)).toBeVisible()
  await member.getByRole('button', { name: 'Отключить' }).click()
  await expect(page.getByRole('alertdialog')).toContainText('Сеансы сразу завершатся')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Отключить' }).click()
  await expect(member.getByText('Отключён')).toBeVisible()

  // Whatever is asked for next ends the session, if the page has not noticed yet by its live connection.
  await colleague.evaluate(() => (location.hash = '#/customers'))
  await expect(colleague.getByText('Сеанс завершён.')).toBeVisible()
  await member.getByRole('button', { name: 'Включить' }).click()
  await expect(member.getByRole('button', { name: 'Отключить' })).toBeVisible()
  await member.getByRole('button', { name: 'Новая ссылка для входа' }).click()
  const wayBack = new URL(await page.getByRole('textbox', { name: 'Новая ссылка для входа' }).inputValue())
  await page.keyboard.press('Escape')
  await colleague.goto(new URL(wayBack.pathname + wayBack.search, baseURL).href)
  await colleague.getByLabel('Новый пароль', { exact: true }).fill('battery staple horse')
  await colleague.getByLabel('Пароль ещё раз').fill('battery staple horse')
  await colleague.getByRole('button', { name: 'Войти', exact: true }).click()
  await expect(colleague.getByRole('heading', { name: 'Заявки', level: 1 })).toBeVisible()
  await colleague.context().close()

  await member.getByRole('button', { name: 'Отключить' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Отключить' }).click()
  await member.getByRole('button', { name: 'Удалить учётную запись' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить и называть «Бывший сотрудник»' }).click()
  await expect(page.getByText(`${name}: учётная запись удалена`)).toBeVisible()
  await expect(member).toHaveCount(0)
})

test('an admin who thinks better of it stays one', async ({ page }) => {
  await page.goto('/app/#/team')
  const me = page.locator('.members .card').filter({ hasText: '(вы)' })
  await me.getByText('Сотрудник').click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Отмена' }).click()
  await expect(me.getByRole('radio', { name: 'Администратор' })).toBeChecked()
})

test('an invite is revoked', async ({ page }) => {
  await page.goto('/app/#/team')
  await page.getByRole('button', { name: 'Пригласить коллегу' }).click()
  await page.getByRole('button', { name: 'Создать ссылку' }).click()
  await expect(page.getByRole('img', { name: 'QR-код ссылки-приглашения' })).toBeVisible()
  await page.keyboard.press('Escape')
  const revoke = page.getByRole('button', { name: 'Отозвать' })
  // Others' invites are there before this one is.
  const { invites } = await graphql<{ invites: { usedAt: string | null }[] }>(page, '{ invites { usedAt } }')
  const before = invites.filter(({ usedAt }) => usedAt === null).length
  await expect(revoke).toHaveCount(before)
  await revoke.first().click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Отозвать' }).click()
  await expect(revoke).toHaveCount(before - 1)
})

test('an API token is shown once, works, and is revoked', async ({ page, request }, { project }) => {
  const name = `Сайт ${project.name} ${Date.now()}`
  await page.goto('/app/#/tokens/new')
  await page.getByRole('button', { name: 'Создать токен' }).click()
  await expect(page.getByText('Заполните это поле.')).toBeVisible()
  await page.getByLabel('Для чего он').fill(name)
  await page.getByRole('button', { name: 'Создать токен' }).click()
  const token = await page.getByRole('textbox', { name: 'Новый токен' }).inputValue()
  expect(token).toMatch(/^zk_/)
  const ask = async () =>
    (await (
      await request.post('/graphql', {
        headers: { Authorization: `Bearer ${token}` },
        data: { query: '{ customers(first: 1) { totalCount } }' },
      })
    ).json()) as { data?: { customers: { totalCount: number } | null }; errors?: { extensions: { code: string } }[] }
  expect((await ask()).data!.customers!.totalCount).toBeGreaterThan(0)

  await page.getByRole('button', { name: 'Готово' }).click()
  const row = page.locator('.line').filter({ hasText: name })
  await expect(row).toContainText('Последний раз')
  await row.getByRole('button', { name: 'Отозвать' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Отозвать' }).click()
  await expect(row).toContainText('Отозван')
  expect((await ask()).errors![0]!.extensions.code).toBe('UNAUTHENTICATED')
})

test('a webhook is made, tested, switched off and deleted, and its deliveries are seen', async ({ page }) => {
  const received: string[] = []
  const receiver = createServer((incoming, answer) => {
    received.push(String(incoming.headers['webhook-id']))
    answer.writeHead(received.length === 1 ? 410 : 204).end()
  })
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/zayavka`

  await page.goto('/app/#/webhooks/new')
  await page.getByLabel('Адрес').fill('мой сайт')
  await page.getByRole('button', { name: 'Создать вебхук' }).click()
  await expect(page.getByText('Введите полный адрес в интернете')).toBeVisible()
  await page.getByLabel('Адрес').fill(address)
  await page.getByRole('button', { name: 'Создать вебхук' }).click()
  await expect(page.getByRole('textbox', { name: 'Секрет для проверки подписи' })).toHaveValue(/^whsec_/)
  await page.getByRole('button', { name: 'Готово' }).click()
  await page.getByRole('link').filter({ hasText: address }).click()

  await page.getByRole('button', { name: 'Отправить тест' }).click()
  await expect.poll(() => received.length).toBe(1)
  // No page is told of deliveries: it is opened anew when there is something to see.
  const state = async () => {
    const { webhooks } = await graphql<{ webhooks: { url: string; active: boolean; deliveries: { nodes: { state: string }[] } }[] }>(
      page,
      '{ webhooks { url active deliveries(first: 20) { nodes { state } } } }',
    )
    const { active, deliveries } = webhooks.find(({ url }) => url === address)!
    return [active, deliveries.nodes[0]?.state]
  }
  await expect.poll(state).toEqual([false, 'FAILED'])
  await page.reload()
  await expect(page.getByText('Остановлен: получатель ответил, что сообщения')).toBeVisible()
  await expect(page.locator('.delivery').first()).toContainText('Не доставлено')
  await expect(page.locator('.delivery').first()).toContainText('Ответ 410')
  await expect(page.locator('.delivery').first()).not.toContainText('The endpoint')

  await page.getByRole('button', { name: 'Включить' }).click()
  await page.locator('.delivery').first().getByRole('button', { name: 'Отправить снова' }).click()
  await expect.poll(() => received.length).toBe(2)
  expect(received[1]).toBe(received[0])
  await expect.poll(state).toEqual([true, 'DELIVERED'])
  await page.reload()
  await expect(page.locator('.delivery').first()).toContainText('Доставлено')

  await page.getByRole('button', { name: 'Новый секрет' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Новый секрет' }).click()
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue(/^whsec_/)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Удалить вебхук' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Удалить' }).click()
  await expect(page.getByText('Вебхук удалён')).toBeVisible()
  await expect(page.getByRole('link').filter({ hasText: address })).toHaveCount(0)
  receiver.close()
})
