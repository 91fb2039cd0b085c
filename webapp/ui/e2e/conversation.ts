import type { Locator, Page } from '@playwright/test'
import { createTask, expect, newPhone } from './staff'
import { newCustomer } from './telegram'

export const thread = (page: Page) => page.getByRole('log', { name: 'Переписка' })
export const bubble = (page: Page, text: string) => thread(page).getByRole('article').filter({ hasText: text })
export const answer = (page: Page) => page.getByRole('textbox', { name: 'Ответ клиенту' })
export const note = (page: Page) => page.getByRole('textbox', { name: 'Заметка, видна только сотрудникам' })

/** A customer in Telegram with one open task, which is open on the page. */
export async function open(page: Page, name = 'Нина Котова') {
  const phone = newPhone().replace(/\D/g, '').replace(/^8/, '+7')
  const person = await newCustomer(page.request, name, phone)
  const id = await createTask(page, phone, 'Греется и выключается')
  await expect(thread(page)).toBeVisible()
  return { person, id, phone }
}

/** Writes what is typed and sends it by the button of the mode. */
export async function write(field: Locator, text: string, button: string): Promise<void> {
  await field.fill(text)
  await field.page().getByRole('button', { name: button }).click()
}
