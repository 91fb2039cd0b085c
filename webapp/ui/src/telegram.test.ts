import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readLaunch } from './launch'
import { browserTelegram } from './telegram-browser'
import { connect, officialTelegram, telegram, type WebApp } from './telegram'

const question = { title: 'Удалить?', text: 'Навсегда.', yes: 'Удалить', no: 'Отмена' }

describe('where the page is open', () => {
  const person = 'user=%7B%22id%22%3A7%2C%22language_code%22%3A%22ru%22%7D&start_param=task_12&hash=0'
  const launch = `#tgWebAppData=${encodeURIComponent(person)}&tgWebAppVersion=8.0`
  const open = (hash: string) => connect(readLaunch(hash))
  const script = () => document.querySelector<HTMLScriptElement>('script[src*="telegram.org"]')

  afterEach(() => {
    sessionStorage.clear()
    document.head.replaceChildren()
  })

  it('is a browser without Telegram’s parameters, and then Telegram’s script is not asked for', () => {
    open('#/tasks?phone=tgWebApp')
    expect(telegram.inTelegram).toBe(false)
    expect(script()).toBeNull()
  })

  it('is Telegram with them: who opened the page is known before the script is there', () => {
    open(launch)
    expect(telegram).toMatchObject({ inTelegram: true, initData: person, userId: 7, startParam: 'task_12', language: 'ru', mainButton: null })
    expect(script()).not.toBeNull()
    script()!.dispatchEvent(new Event('error'))
    expect(telegram.initData).toBe(person)
  })

  it('is Telegram after a reload inside the app, and the script finds there what it looks for', () => {
    open(launch)
    open('#/tasks')
    expect(telegram).toMatchObject({ inTelegram: true, initData: person })
    expect(JSON.parse(sessionStorage.getItem('__telegram__initParams')!)).toMatchObject({ tgWebAppData: person, tgWebAppVersion: '8.0' })
  })

  it('has Telegram’s colours, dark or light by the background', () => {
    const theme = (colors: object) => `#tgWebAppVersion=8.0&tgWebAppThemeParams=${encodeURIComponent(JSON.stringify(colors))}`
    open(theme({ bg_color: '#17212b', hint_color: '#708499' }))
    expect(telegram.scheme.value).toBe('dark')
    expect(document.documentElement.style.getPropertyValue('--tg-theme-hint-color')).toBe('#708499')
    open(theme({ bg_color: '#ffffff' }))
    expect(telegram.scheme.value).toBe('light')
  })

  it('asks the client around the page by itself to show it and to open links', () => {
    const postEvent = vi.fn()
    vi.stubGlobal('TelegramWebviewProxy', { postEvent })
    open(launch)
    telegram.openTelegramLink('https://t.me/+79170000001')
    telegram.download('/export/abc', 'tasks.csv')
    expect(postEvent.mock.calls).toEqual([
      ['web_app_ready', '{}'],
      ['web_app_expand', '{}'],
      ['web_app_open_tg_link', '{"path_full":"/+79170000001"}'],
      ['web_app_open_link', JSON.stringify({ url: new URL('/export/abc', location.href).href })],
    ])
    vi.unstubAllGlobals()
  })

  it('is not broken by parameters that are none', () => {
    open('#tgWebAppData=user%3D%7B&tgWebAppThemeParams=null')
    expect(telegram).toMatchObject({ inTelegram: true, userId: 0, startParam: '' })
  })
})

describe('a browser in Telegram’s place', () => {
  afterEach(() => document.body.replaceChildren())

  it('leaves the buttons to the page', () => {
    expect(browserTelegram().mainButton).toBeNull()
    expect(browserTelegram().backButton).toBeNull()
  })

  it('asks in a dialog that is named and described, with "no" as the safe default', () => {
    void browserTelegram().confirm(question)
    const dialog = document.querySelector('dialog')!
    expect(dialog.open).toBe(true)
    expect(dialog.getAttribute('role')).toBe('alertdialog')
    expect(dialog.querySelector('h2')!.textContent).toBe('Удалить?')
    expect(dialog.querySelector<HTMLButtonElement>('.confirm-no')!.autofocus).toBe(true)
  })

  it.each([
    ['.confirm-yes', true],
    ['.confirm-no', false],
  ])('takes %s for %s and removes the dialog', async (button, expected) => {
    const answer = browserTelegram().confirm(question)
    document.querySelector<HTMLButtonElement>(button)!.click()
    expect(await answer).toBe(expected)
    expect(document.querySelector('dialog')).toBeNull()
  })

  it('takes a closed dialog for a no', async () => {
    const answer = browserTelegram().confirm(question)
    document.querySelector('dialog')!.close()
    expect(await answer).toBe(false)
  })

  it('shows what people wrote as text', () => {
    void browserTelegram().confirm({ ...question, title: '<img src=x onerror=alert(1)>' })
    expect(document.querySelector('img')).toBeNull()
    expect(document.querySelector('h2')!.textContent).toBe('<img src=x onerror=alert(1)>')
  })

  it('keeps the page open only while asked to', () => {
    const client = browserTelegram()
    const closing = () => {
      const event = new Event('beforeunload', { cancelable: true })
      dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(closing()).toBe(false)
    client.confirmClosing(true)
    expect(closing()).toBe(true)
    client.confirmClosing(false)
    expect(closing()).toBe(false)
  })
})

describe('Telegram’s official object', () => {
  let version: number
  let webApp: ReturnType<typeof fakeWebApp>

  beforeEach(() => {
    version = 8
    webApp = fakeWebApp(() => version)
  })

  it('draws the main button, busy and not, with one listener at a time', () => {
    const button = officialTelegram(webApp).mainButton!
    const onClick = vi.fn()
    button.show({ text: 'Сохранить', enabled: true, busy: false, onClick })
    expect(webApp.MainButton.setParams).toHaveBeenLastCalledWith({ text: 'Сохранить', is_active: true, is_visible: true })
    button.show({ text: 'Сохранить', enabled: true, busy: true, onClick })
    expect(webApp.MainButton.setParams).toHaveBeenLastCalledWith({ text: 'Сохранить', is_active: false, is_visible: true })
    expect(webApp.MainButton.showProgress).toHaveBeenCalledOnce()
    expect(webApp.MainButton.offClick).toHaveBeenCalledExactlyOnceWith(onClick)
    button.hide()
    expect(webApp.MainButton.offClick).toHaveBeenCalledTimes(2)
    expect(webApp.MainButton.hide).toHaveBeenCalledOnce()
  })

  it('asks in Telegram’s popup, within its lengths', async () => {
    const answer = officialTelegram(webApp).confirm({ ...question, title: 'я'.repeat(100) })
    const [popup, callback] = webApp.showPopup.mock.calls[0]!
    expect(popup.title).toHaveLength(64)
    callback('yes')
    expect(await answer).toBe(true)
  })

  it('tells who opened the app and by which link', () => {
    const client = officialTelegram(webApp)
    expect(client).toMatchObject({ initData: 'user=7&hash=0', userId: 7, startParam: 'task_12' })
  })

  it('does not close the app for who pulls a list down', () => {
    officialTelegram(webApp)
    expect(webApp.disableVerticalSwipes).toHaveBeenCalledOnce()
  })

  it('opens the settings from its own menu, where it has one', () => {
    const open = vi.fn()
    officialTelegram(webApp).onSettings(open)
    webApp.SettingsButton.onClick.mock.calls[0]![0]()
    expect(open).toHaveBeenCalledOnce()
    expect(webApp.SettingsButton.show).toHaveBeenCalledOnce()
  })

  it('follows a change of theme', () => {
    const client = officialTelegram(webApp)
    expect(client.scheme.value).toBe('light')
    webApp.colorScheme = 'dark'
    webApp.onEvent.mock.calls[0]![1]()
    expect(client.scheme.value).toBe('dark')
  })

  it('saves a file through Telegram, or through the browser that it opens', () => {
    const client = officialTelegram(webApp)
    client.download('/export/abc', 'tasks.csv')
    const url = new URL('/export/abc', location.href).href
    expect(webApp.downloadFile).toHaveBeenCalledExactlyOnceWith({ url, file_name: 'tasks.csv' })
    version = 7
    client.download('/export/abc', 'tasks.csv')
    expect(webApp.openLink).toHaveBeenCalledExactlyOnceWith(url)
  })

  it('reads a QR code in its own scanner, or learns that it was closed', async () => {
    const scan = officialTelegram(webApp).scan!
    const read = scan('Наведите камеру')
    const [words, callback] = webApp.showScanQrPopup.mock.calls[0]!
    expect(words).toEqual({ text: 'Наведите камеру' })
    expect(callback('https://t.me/vintik_bot?startapp=task_57')).toBe(true)
    expect(await read).toBe('https://t.me/vintik_bot?startapp=task_57')

    const closed = scan('Наведите камеру')
    webApp.onEvent.mock.calls.findLast(([event]) => event === 'scanQrPopupClosed')![1]()
    expect(await closed).toBeNull()
    expect(webApp.offEvent).toHaveBeenCalledTimes(2)
  })

  it('offers the home screen where it can be added and is not yet', async () => {
    const add = await officialTelegram(webApp).homeScreen()
    add!()
    expect(webApp.addToHomeScreen).toHaveBeenCalledOnce()
    webApp.checkHomeScreenStatus.mockImplementation((answer) => answer('added'))
    expect(await officialTelegram(webApp).homeScreen()).toBeNull()
    version = 7
    expect(await officialTelegram(webApp).homeScreen()).toBeNull()
  })

  it('of an old Telegram leaves to the page what it cannot do', () => {
    version = 6
    const client = officialTelegram(webApp)
    expect(client.backButton).toBeNull()
    expect(client.scan).toBeNull()
    expect(client.secondaryButton).toBeNull()
    expect(webApp.setBottomBarColor).not.toHaveBeenCalled()
    client.haptic('success')
    client.confirmClosing(true)
    void client.confirm(question)
    expect(webApp.disableVerticalSwipes).not.toHaveBeenCalled()
    expect(webApp.HapticFeedback.notificationOccurred).not.toHaveBeenCalled()
    expect(webApp.enableClosingConfirmation).not.toHaveBeenCalled()
    client.onSettings(() => {})
    expect(webApp.showPopup).not.toHaveBeenCalled()
    expect(webApp.SettingsButton.show).not.toHaveBeenCalled()
    expect(document.querySelector('dialog')).not.toBeNull()
  })
})

function fakeWebApp(version: () => number) {
  return {
    initData: 'user=7&hash=0',
    initDataUnsafe: { user: { id: 7, language_code: 'ru' }, start_param: 'task_12' },
    colorScheme: 'light' as 'light' | 'dark',
    MainButton: {
      setParams: vi.fn(),
      showProgress: vi.fn(),
      hideProgress: vi.fn(),
      hide: vi.fn(),
      onClick: vi.fn(),
      offClick: vi.fn(),
    },
    SecondaryButton: {
      setParams: vi.fn(),
      showProgress: vi.fn(),
      hideProgress: vi.fn(),
      hide: vi.fn(),
      onClick: vi.fn(),
      offClick: vi.fn(),
    },
    BackButton: { show: vi.fn(), hide: vi.fn(), onClick: vi.fn(), offClick: vi.fn() },
    SettingsButton: { show: vi.fn(), onClick: vi.fn<WebApp['SettingsButton']['onClick']>() },
    HapticFeedback: { selectionChanged: vi.fn(), impactOccurred: vi.fn(), notificationOccurred: vi.fn() },
    isVersionAtLeast: (wanted: string) => version() >= Number(wanted),
    onEvent: vi.fn<WebApp['onEvent']>(),
    offEvent: vi.fn<WebApp['offEvent']>(),
    showScanQrPopup: vi.fn<WebApp['showScanQrPopup']>(),
    showPopup: vi.fn<WebApp['showPopup']>(),
    openTelegramLink: vi.fn(),
    openLink: vi.fn(),
    downloadFile: vi.fn(),
    enableClosingConfirmation: vi.fn(),
    disableClosingConfirmation: vi.fn(),
    setHeaderColor: vi.fn(),
    setBackgroundColor: vi.fn(),
    setBottomBarColor: vi.fn(),
    checkHomeScreenStatus: vi.fn<WebApp['checkHomeScreenStatus']>((answer) => answer('missed')),
    addToHomeScreen: vi.fn(),
    disableVerticalSwipes: vi.fn(),
    expand: vi.fn(),
    ready: vi.fn(),
  } satisfies WebApp
}
