import { answer, bubble, open, write } from './conversation'
import { expect, graphql, newPhone, restingTop, test } from './staff'
import { act, newCustomer, said } from './telegram'

test('a message that belongs to no task is in the inbox until it is filed', async ({ page }) => {
  const phone = newPhone().replace(/\D/g, '').replace(/^8/, '+7')
  const name = `Ян ${phone.slice(-6)}`
  const person = await newCustomer(page.request, name, phone)
  await page.goto('/app/#/inbox')
  await expect(page.getByRole('heading', { name: 'Входящие', level: 1 })).toBeVisible()
  await act(page.request, person, 'say', { text: 'Чините ли вы чайники?' })
  const sender = page.locator('.sender').filter({ hasText: name })
  await expect(sender).toContainText('Чините ли вы чайники?')
  await expect(page.getByRole('link', { name: /Входящие/ })).toContainText('не разобрано')

  await sender.getByRole('button', { name: 'Новая заявка' }).click()
  await expect(page.getByRole('heading', { name: /^Заявка №\s\d+$/, level: 1 })).toBeVisible()
  await expect(bubble(page, 'Чините ли вы чайники?')).toBeVisible()
  await page.goto('/app/#/inbox')
  await expect(page.getByRole('heading', { name: 'Входящие', level: 1 })).toBeVisible()
  await expect(sender).toHaveCount(0)
})

test('what is in the inbox is answered there, or said to need no answer', async ({ page }) => {
  const people: [string, number][] = []
  for (const name of ['Олег', 'Пётр']) {
    const phone = newPhone().replace(/\D/g, '').replace(/^8/, '+7')
    const called = `${name} ${phone.slice(-6)}`
    people.push([called, await newCustomer(page.request, called, phone)])
  }
  const [[oleg, olegsChat], [pyotr, pyotrsChat]] = people as [[string, number], [string, number]]
  await act(page.request, olegsChat, 'say', { text: 'До скольки вы сегодня?' })
  await act(page.request, pyotrsChat, 'say', { text: 'Спасибо' })
  await page.goto('/app/#/inbox')
  const sender = (name: string) => page.locator('.sender').filter({ hasText: name })
  for (const name of [oleg, pyotr]) await expect(sender(name)).toBeVisible()
  await sender(pyotr).getByRole('button', { name: 'Ответ не нужен' }).click()
  await expect(sender(pyotr)).toHaveCount(0)
  await sender(oleg).getByRole('button', { name: 'Ответить' }).click()
  await expect(answer(page)).toBeFocused()
  await write(answer(page), 'До восьми', 'Отправить клиенту')
  await expect(sender(oleg)).toHaveCount(0)
  await expect.poll(() => said(olegsChat), { timeout: 30_000 }).toContain('До восьми')
})

test('the inbox stays where it is when a colleague deals with somebody, until something is done here', async ({ page }) => {
  const sender = (name: string) => page.locator('.sender').filter({ hasText: name })
  const people: string[] = []
  for (const name of ['Роза', 'Савва', 'Тарас'].map((first) => `${first} ${Date.now() % 1_000_000}`)) {
    people.push(name)
    await act(page.request, await newCustomer(page.request, name, newPhone().replace(/\D/g, '').replace(/^8/, '+7')), 'say', { text: 'Вы открыты?' })
  }
  const [roza, savva, taras] = people as [string, string, string]
  await page.goto('/app/#/inbox')
  for (const name of people) await expect(sender(name)).toBeVisible()
  const place = () => sender(taras).evaluate((row) => row.getBoundingClientRect().top + window.scrollY)
  await restingTop(sender(taras))
  const before = await place()
  const { inbox } = await graphql<{ inbox: { nodes: { customer: { id: string; name: string } | null }[] } }>(page, '{ inbox { nodes { customer { id name } } } }')
  const customerId = inbox.nodes.find(({ customer }) => customer?.name === roza)!.customer!.id
  await graphql(page, 'mutation($id: ID!) { noReplyNeeded(customerId: $id) { customer { id } } }', { id: customerId })
  await expect(sender(roza)).toContainText('Разобрал кто-то из коллег')
  expect(await place()).toBe(before)
  await sender(savva).getByRole('button', { name: 'Ответ не нужен' }).click()
  await expect(sender(savva)).toHaveCount(0)
  await expect(sender(roza)).toHaveCount(0)
  await expect(sender(taras)).toBeVisible()
})

test('who waits is marked in the list, leads the filter, and stops waiting when answered', async ({ page }) => {
  const { person, id } = await open(page)
  await page.goto('/app/#/tasks')
  const row = page.locator('.pane-list .task-row').filter({ hasText: `№ ${id}` })
  await expect(row).toBeVisible()
  await act(page.request, person, 'say', { text: 'Есть новости?' })
  await expect(row).toContainText('ждёт 1 мин')
  await page.getByRole('button', { name: /^Ждут ответа/ }).click()
  await expect(row).toBeVisible()
  await row.getByRole('link').click()
  await page.getByRole('button', { name: 'Ответ не нужен' }).click()
  await expect(page.getByText('Клиент больше не ждёт ответа')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ответ не нужен' })).toHaveCount(0)
  await page.goto('/app/#/tasks?status=any&awaiting=reply')
  await expect(row).toHaveCount(0)
})
