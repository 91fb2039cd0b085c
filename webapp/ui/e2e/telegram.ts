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
  // The page has left the address by then, and kept for the script what stood there.
  const initData = JSON.parse(sessionStorage.__telegram__initParams).tgWebAppData
  const signed = new URLSearchParams(initData)
  // As Telegram's script does on safe_area_changed and content_safe_area_changed.
  const inset = (name, insets) => {
    for (const side in insets) document.documentElement.style.setProperty('--tg-' + name + '-inset-' + side, insets[side] + 'px')
  }
  window.Telegram = { WebApp: {
    inset, initData, colorScheme: 'dark', haptics: [], events: {},
    initDataUnsafe: {
      user: JSON.parse(signed.get('user')), start_param: signed.get('start_param') ?? undefined,
    },
    MainButton: button(), SecondaryButton: button(), BackButton: button(), SettingsButton: button(),
    HapticFeedback: {
      selectionChanged() { Telegram.WebApp.haptics.push('selection') },
      impactOccurred() { Telegram.WebApp.haptics.push('impact') },
      notificationOccurred(kind) { Telegram.WebApp.haptics.push(kind) },
    },
    isVersionAtLeast: () => true, onEvent(name, listener) { Telegram.WebApp.events[name] = listener },
    offEvent(name) { delete Telegram.WebApp.events[name] },
    showScanQrPopup({ text }, read) {
      Telegram.WebApp.scanner = text
      Telegram.WebApp.scan = (code) => { if (read(code)) Telegram.WebApp.scanner = '' }
    },
    openLink(address) { Telegram.WebApp.opened = address },
    showPopup(popup, answer) { Telegram.WebApp.popup = popup; Telegram.WebApp.answer = answer },
    enableClosingConfirmation() { Telegram.WebApp.closing = true },
    disableClosingConfirmation() { Telegram.WebApp.closing = false },
    checkHomeScreenStatus(answer) { answer(sessionStorage.homeScreen ?? 'unsupported') },
    addToHomeScreen() { sessionStorage.homeScreen = 'added' },
    setBottomBarColor(color) { Telegram.WebApp.bottomBar = color },
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
  SecondaryButton: Button
  bottomBar: string
  BackButton: Button
  SettingsButton: Button
  haptics: string[]
  closing: boolean
  /** What stands above the open scanner; empty once it is closed. */
  scanner: string
  scan(code: string): void
  opened: string
  popup: { message: string }
  answer(id: string): void
  colorScheme: string
  events: Record<string, () => void>
  inset(name: 'safe-area' | 'content-safe-area', insets: Partial<Record<'top' | 'bottom', number>>): void
}

/** What Telegram says of somebody whom it has not signed for. */
export const somebody = 'user={"language_code":"en"}'

/** Opens the app as Telegram opens it, with what it signs of the person. */
export async function openInTelegram(page: Page, initData: string): Promise<void> {
  await openWithoutScript(page, initData, { until: Promise.resolve() })
  await page.waitForFunction(() => (globalThis as { Telegram?: { WebApp: { isReady?: boolean } } }).Telegram?.WebApp.isReady)
}

/** The same where telegram.org does not answer, ever or until then. */
export async function openWithoutScript(page: Page, initData: string, { until }: { until?: Promise<void> } = {}): Promise<void> {
  await page.route('https://telegram.org/**', async (route) => {
    await (until ?? new Promise(() => {}))
    await route.fulfill({ contentType: 'text/javascript', body: script })
  })
  await page.goto('about:blank')
  // The script is asked for by the page's own program: before it has come, the page may never count as loaded.
  await page.goto(`/app/#${new URLSearchParams({ tgWebAppData: initData, tgWebAppVersion: '9.1', tgWebAppPlatform: 'ios' })}`, {
    waitUntil: 'domcontentloaded',
  })
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
  id: number
  from_bot: boolean
  kind: string
  text: string
  buttons?: { text: string }[][]
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

/** All that stands there. */
export const said = async (person: number) => (await chatOf(person)).map(({ text }) => text).join('\n')

/** A person who has shared their phone with the bot. */
export async function newCustomer(request: APIRequestContext, name: string, phone: string): Promise<number> {
  const person = await newPerson(request, name, phone)
  await act(request, person, 'say', { text: '/start' })
  await expect.poll(async () => (await chatOf(person)).length).toBeGreaterThan(1)
  await act(request, person, 'send', { kind: 'contact' })
  await expect.poll(async () => (await chatOf(person)).at(-1)?.text).toContain('сообщения будут приходить сюда')
  return person
}
