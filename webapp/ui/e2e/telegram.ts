import { expect, type APIRequestContext, type Page } from '@playwright/test'

// Telegram's own client and script are not to be had in a test: a stand-in for the script records
// what the page asks of it, and plays the person's taps. What it signs, the emulator signs.
const script = `
  const button = () => ({
    listeners: new Set(), params: {}, visible: false,
    setParams(params) { Object.assign(this.params, params); this.visible = params.is_visible },
    show() { this.visible = true }, hide() { this.visible = false },
    showProgress() {}, hideProgress() {},
    onClick(listener) { this.listeners.add(listener) }, offClick(listener) { this.listeners.delete(listener) },
    tap() { for (const listener of [...this.listeners]) listener() },
  })
  const initData = new URLSearchParams(location.hash.slice(1)).get('tgWebAppData') ?? ''
  const signed = new URLSearchParams(initData)
  // As Telegram's script does on safe_area_changed and content_safe_area_changed.
  const inset = (name, insets) => {
    for (const side in insets) document.documentElement.style.setProperty('--tg-' + name + '-inset-' + side, insets[side] + 'px')
  }
  window.Telegram = { WebApp: {
    inset, initData, colorScheme: 'dark', haptics: [], events: {},
    initDataUnsafe: {
      user: JSON.parse(signed.get('user') ?? '{"language_code":"en"}'), start_param: signed.get('start_param') ?? undefined,
    },
    MainButton: button(), BackButton: button(), SettingsButton: button(),
    HapticFeedback: {
      selectionChanged() { Telegram.WebApp.haptics.push('selection') },
      notificationOccurred(kind) { Telegram.WebApp.haptics.push(kind) },
    },
    isVersionAtLeast: () => true, onEvent(name, listener) { Telegram.WebApp.events[name] = listener },
    showPopup(popup, answer) { Telegram.WebApp.popup = popup; Telegram.WebApp.answer = answer },
    enableClosingConfirmation() { Telegram.WebApp.closing = true },
    disableClosingConfirmation() { Telegram.WebApp.closing = false },
    setHeaderColor() {}, setBackgroundColor() {}, disableVerticalSwipes() {}, expand() {},
    ready() { Telegram.WebApp.isReady = true },
  } }
`

interface Button {
  params: { text: string }
  visible: boolean
  listeners: Set<unknown>
  tap(): void
}

export interface WebApp {
  MainButton: Button
  BackButton: Button
  SettingsButton: Button
  haptics: string[]
  closing: boolean
  popup: { message: string }
  answer(id: string): void
  colorScheme: string
  events: Record<string, () => void>
  inset(name: 'safe-area' | 'content-safe-area', insets: Partial<Record<'top' | 'bottom', number>>): void
}

/** Opens the app as Telegram opens it, with what it signs of the person, which may be nothing. */
export async function openInTelegram(page: Page, initData: string): Promise<void> {
  await page.route('https://telegram.org/**', (route) => route.fulfill({ contentType: 'text/javascript', body: script }))
  await page.goto('about:blank')
  await page.goto(`/app/#${new URLSearchParams({ tgWebAppData: initData, tgWebAppVersion: '9.1', tgWebAppPlatform: 'ios' })}`)
}

const demo = process.env.ZAYAVKA_E2E_DEMO_URL

/** A person in the emulator: the id that Telegram knows them by. */
export async function newPerson(
  request: APIRequestContext,
  name: string,
  phone = `+7917${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`,
): Promise<number> {
  const answer = await request.post(`${demo}/emulator/users`, { data: { name, phone, language: 'ru' } })
  expect(answer.ok()).toBe(true)
  return ((await answer.json()) as { id: number }).id
}

/** Has the person do something in their chat with the bot, as the demo's page does. */
export async function act(request: APIRequestContext, person: number, action: string, data: object): Promise<void> {
  expect((await request.post(`${demo}/emulator/users/${person}/${action}`, { data })).ok()).toBe(true)
}

/** What Telegram signs when the person opens the app, by a link with the parameter if there is one. */
export async function signedFor(request: APIRequestContext, person: number, startParam = ''): Promise<string> {
  const answer = await request.post(`${demo}/emulator/users/${person}/init-data`, { data: { start_param: startParam } })
  expect(answer.ok()).toBe(true)
  return ((await answer.json()) as { init_data: string }).init_data
}

interface ChatMessage {
  from_bot: boolean
  kind: string
  text: string
}

/** What stands in the person's chat with the bot, as the demo's page is told. */
export async function chatOf(person: number): Promise<ChatMessage[]> {
  const stop = new AbortController()
  const answer = await fetch(`${demo}/emulator/events?user=${person}`, { signal: stop.signal })
  let told = ''
  for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
    told += part
    if (told.includes('\n\n')) break
  }
  stop.abort()
  const { chat } = JSON.parse(/^data: (.*)$/m.exec(told)![1]!) as { chat: { messages: ChatMessage[] } }
  return chat.messages
}

/** A person who has shared their phone with the bot. */
export async function newCustomer(request: APIRequestContext, name: string, phone: string): Promise<number> {
  const person = await newPerson(request, name, phone)
  await act(request, person, 'say', { text: '/start' })
  await expect.poll(async () => (await chatOf(person)).length).toBeGreaterThan(1)
  await act(request, person, 'send', { kind: 'contact' })
  await expect.poll(async () => (await chatOf(person)).at(-1)?.text).toContain('записали')
  return person
}
