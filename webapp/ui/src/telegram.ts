import { signal } from '@preact/signals'
import type { Launch } from './launch'
import { browserTelegram } from './telegram-browser'
import { launchedTelegram } from './telegram-launch'
import type { BackButton, BottomButton, Telegram } from './telegram-types'

/** The client around the page, for who is drawn anew when Telegram's script has come. */
export const client = signal<Telegram>(browserTelegram())

/** The same, for who asks it when something happens. */
export let telegram: Telegram = client.value
client.subscribe((now) => (telegram = now))

/** Takes Telegram's place where it opened the page. Its script is loaded there only, and nothing waits for it. */
export function connect(launch: Launch | null): void {
  if (!launch) return
  client.value = launchedTelegram(launch)
  const script = document.createElement('script')
  script.src = 'https://telegram.org/js/telegram-web-app.js'
  script.onload = () => {
    const webApp = (globalThis as { Telegram?: { WebApp: WebApp } }).Telegram?.WebApp
    if (webApp) client.value = officialTelegram(webApp)
  }
  document.head.append(script)
}

/** The part of Telegram's official object that is used here: https://core.telegram.org/bots/webapps */
export interface WebApp {
  initData: string
  initDataUnsafe: { user?: { id: number; language_code?: string }; start_param?: string }
  colorScheme: 'light' | 'dark'
  MainButton: OfficialButton
  SecondaryButton: OfficialButton
  BackButton: { show(): void; hide(): void; onClick(callback: () => void): void; offClick(callback: () => void): void }
  SettingsButton: { show(): void; onClick(callback: () => void): void }
  HapticFeedback: {
    selectionChanged(): void
    impactOccurred(style: 'medium'): void
    notificationOccurred(type: 'success' | 'warning' | 'error'): void
  }
  isVersionAtLeast(version: string): boolean
  onEvent(event: 'themeChanged' | 'scanQrPopupClosed', callback: () => void): void
  offEvent(event: 'scanQrPopupClosed', callback: () => void): void
  showScanQrPopup(words: { text: string }, read: (text: string) => boolean): void
  showPopup(
    popup: { title: string; message: string; buttons: { id: string; type: string; text?: string }[] },
    callback: (button: string) => void,
  ): void
  openTelegramLink(address: string): void
  openLink(address: string): void
  downloadFile(file: { url: string; file_name: string }): void
  enableClosingConfirmation(): void
  disableClosingConfirmation(): void
  setHeaderColor(color: string): void
  setBackgroundColor(color: string): void
  setBottomBarColor(color: string): void
  checkHomeScreenStatus(callback: (status: 'unsupported' | 'unknown' | 'added' | 'missed') => void): void
  addToHomeScreen(): void
  disableVerticalSwipes(): void
  expand(): void
  ready(): void
}

interface OfficialButton {
  setParams(params: { text: string; is_active: boolean; is_visible: boolean }): void
  showProgress(leaveActive: boolean): void
  hideProgress(): void
  hide(): void
  onClick(callback: () => void): void
  offClick(callback: () => void): void
}

export function officialTelegram(webApp: WebApp): Telegram {
  const fallback = browserTelegram()
  const scheme = signal(webApp.colorScheme)
  webApp.onEvent('themeChanged', () => (scheme.value = webApp.colorScheme))
  if (webApp.isVersionAtLeast('6.1')) {
    webApp.setHeaderColor('secondary_bg_color')
    webApp.setBackgroundColor('secondary_bg_color')
  }
  // Who pulls a list down at its top means the list; the header still closes the app.
  if (webApp.isVersionAtLeast('7.7')) webApp.disableVerticalSwipes()
  // The tabs stand on Telegram's bar and look like a part of it.
  if (webApp.isVersionAtLeast('7.10')) webApp.setBottomBarColor('bottom_bar_bg_color')
  webApp.expand()
  webApp.ready()

  return {
    inTelegram: true,
    initData: webApp.initData,
    userId: webApp.initDataUnsafe.user?.id ?? 0,
    startParam: webApp.initDataUnsafe.start_param ?? '',
    language: webApp.initDataUnsafe.user?.language_code,
    scheme,
    mainButton: officialButton(webApp.MainButton),
    secondaryButton: webApp.isVersionAtLeast('7.10') ? officialButton(webApp.SecondaryButton) : null,
    backButton: webApp.isVersionAtLeast('6.1') ? officialBackButton(webApp.BackButton) : null,
    onSettings(open) {
      if (!webApp.isVersionAtLeast('7.0')) return
      webApp.SettingsButton.onClick(open)
      webApp.SettingsButton.show()
    },
    haptic(kind) {
      if (!webApp.isVersionAtLeast('6.1')) return
      if (kind === 'selection') webApp.HapticFeedback.selectionChanged()
      else if (kind === 'impact') webApp.HapticFeedback.impactOccurred('medium')
      else webApp.HapticFeedback.notificationOccurred(kind)
    },
    confirm(question) {
      if (!webApp.isVersionAtLeast('6.2')) return fallback.confirm(question)
      return new Promise((resolve) => {
        webApp.showPopup(
          {
            // Telegram refuses longer ones.
            title: question.title.slice(0, 64),
            message: question.text.slice(0, 256),
            buttons: [
              { id: 'yes', type: 'destructive', text: question.yes },
              { id: 'no', type: 'default', text: question.no },
            ],
          },
          (button) => resolve(button === 'yes'),
        )
      })
    },
    openTelegramLink(address) {
      if (webApp.isVersionAtLeast('6.1')) webApp.openTelegramLink(address)
      else fallback.openTelegramLink(address)
    },
    download(address, name) {
      const url = new URL(address, location.href).href
      // Telegram's frame saves nothing by itself; before it could, a browser did.
      if (webApp.isVersionAtLeast('8.0')) webApp.downloadFile({ url, file_name: name })
      else webApp.openLink(url)
    },
    scan: webApp.isVersionAtLeast('6.4') ? (words) => officialScan(webApp, words) : null,
    homeScreen() {
      if (!webApp.isVersionAtLeast('8.0')) return fallback.homeScreen()
      return new Promise((resolve) =>
        webApp.checkHomeScreenStatus((status) => resolve(status === 'missed' ? () => webApp.addToHomeScreen() : null)),
      )
    },
    print() {
      // What Telegram put behind the "#" at first is gone by now, so nobody's initData is told.
      webApp.openLink(location.origin + location.pathname + location.hash)
    },
    confirmClosing(on) {
      if (!webApp.isVersionAtLeast('6.2')) return
      if (on) webApp.enableClosingConfirmation()
      else webApp.disableClosingConfirmation()
    },
  }
}

function officialScan(webApp: WebApp, words: string): Promise<string | null> {
  return new Promise((resolve) => {
    const closed = () => end(null)
    const end = (text: string | null) => {
      webApp.offEvent('scanQrPopupClosed', closed)
      resolve(text)
    }
    webApp.onEvent('scanQrPopupClosed', closed)
    // True closes the scanner.
    webApp.showScanQrPopup({ text: words.slice(0, 64) }, (text) => {
      end(text)
      return true
    })
  })
}

function officialButton(button: OfficialButton): BottomButton {
  let clicked: (() => void) | null = null
  const forget = () => {
    if (clicked) button.offClick(clicked)
    clicked = null
  }
  return {
    show({ text, enabled, busy, onClick }) {
      forget()
      clicked = onClick
      button.onClick(onClick)
      button.setParams({ text, is_active: enabled && !busy, is_visible: true })
      if (busy) button.showProgress(false)
      else button.hideProgress()
    },
    hide() {
      forget()
      button.hideProgress()
      button.hide()
    },
  }
}

function officialBackButton(button: WebApp['BackButton']): BackButton {
  let clicked: (() => void) | null = null
  const forget = () => {
    if (clicked) button.offClick(clicked)
    clicked = null
  }
  return {
    show(onClick) {
      forget()
      clicked = onClick
      button.onClick(onClick)
      button.show()
    },
    hide() {
      forget()
      button.hide()
    },
  }
}
