import { signal } from '@preact/signals'
import { browserTelegram } from './telegram-browser'
import type { BackButton, MainButton, Telegram } from './telegram-types'

/** The client around the page; a plain browser until `connect` has found Telegram. */
export let telegram: Telegram = browserTelegram()

/** Finds out where the page is open. Telegram's script is loaded in Telegram only. */
export async function connect(): Promise<void> {
  if (!openedInTelegram(location.hash, sessionStorage)) return
  const webApp = await loadScript('https://telegram.org/js/telegram-web-app.js')
  if (webApp) telegram = officialTelegram(webApp)
}

/**
 * Telegram opens the page with its parameters behind the "#". They are gone after the first step
 * inside the app, but Telegram's script has kept them for the tab by then.
 */
export function openedInTelegram(hash: string, tab: Pick<Storage, 'getItem'>): boolean {
  return /[#&?]tgWebApp(Data|Version)=/.test(hash) || tab.getItem('__telegram__initParams') !== null
}

function loadScript(address: string): Promise<WebApp | null> {
  return new Promise((resolve) => {
    const script = document.createElement('script')
    script.src = address
    script.onload = () => resolve((globalThis as { Telegram?: { WebApp: WebApp } }).Telegram?.WebApp ?? null)
    script.onerror = () => resolve(null)
    setTimeout(resolve, 5000, null)
    document.head.append(script)
  })
}

/** The part of Telegram's official object that is used here: https://core.telegram.org/bots/webapps */
export interface WebApp {
  initData: string
  initDataUnsafe: { user?: { id: number; language_code?: string }; start_param?: string }
  colorScheme: 'light' | 'dark'
  MainButton: {
    setParams(params: { text: string; is_active: boolean; is_visible: boolean }): void
    showProgress(leaveActive: boolean): void
    hideProgress(): void
    hide(): void
    onClick(callback: () => void): void
    offClick(callback: () => void): void
  }
  BackButton: { show(): void; hide(): void; onClick(callback: () => void): void; offClick(callback: () => void): void }
  SettingsButton: { show(): void; onClick(callback: () => void): void }
  HapticFeedback: {
    selectionChanged(): void
    notificationOccurred(type: 'success' | 'warning' | 'error'): void
  }
  isVersionAtLeast(version: string): boolean
  onEvent(event: 'themeChanged', callback: () => void): void
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
  disableVerticalSwipes(): void
  expand(): void
  ready(): void
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
  webApp.expand()
  webApp.ready()

  return {
    inTelegram: true,
    initData: webApp.initData,
    userId: webApp.initDataUnsafe.user?.id ?? 0,
    startParam: webApp.initDataUnsafe.start_param ?? '',
    language: webApp.initDataUnsafe.user?.language_code,
    scheme,
    mainButton: officialMainButton(webApp.MainButton),
    backButton: webApp.isVersionAtLeast('6.1') ? officialBackButton(webApp.BackButton) : null,
    onSettings(open) {
      if (!webApp.isVersionAtLeast('7.0')) return
      webApp.SettingsButton.onClick(open)
      webApp.SettingsButton.show()
    },
    haptic(kind) {
      if (!webApp.isVersionAtLeast('6.1')) return
      if (kind === 'selection') webApp.HapticFeedback.selectionChanged()
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
    confirmClosing(on) {
      if (!webApp.isVersionAtLeast('6.2')) return
      if (on) webApp.enableClosingConfirmation()
      else webApp.disableClosingConfirmation()
    },
  }
}

function officialMainButton(button: WebApp['MainButton']): MainButton {
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
