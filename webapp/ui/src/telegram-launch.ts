import { signal } from '@preact/signals'
import { object, openedBy, type Launch } from './launch'
import { browserTelegram } from './telegram-browser'
import type { Telegram } from './telegram-types'

/** Telegram before its script is there, and where it never comes: all but the client's own buttons. */
export function launchedTelegram(launch: Launch): Telegram {
  const browser = browserTelegram()
  const theme = object<Record<string, string>>(launch.tgWebAppThemeParams) as Launch
  for (const [name, color] of Object.entries(theme)) {
    document.documentElement.style.setProperty(`--tg-theme-${name.replaceAll('_', '-')}`, color)
  }
  post('web_app_ready')
  post('web_app_expand')

  return {
    ...browser,
    inTelegram: true,
    ...openedBy(launch),
    scheme: theme.bg_color ? signal<'light' | 'dark'>(isDark(theme.bg_color) ? 'dark' : 'light') : browser.scheme,
    openTelegramLink(address) {
      post('web_app_open_tg_link', { path_full: address.replace(/^https:\/\/t\.me/, '') })
    },
    download(address) {
      post('web_app_open_link', { url: new URL(address, location.href).href })
    },
    print() {
      post('web_app_open_link', { url: location.origin + location.pathname + location.hash })
    },
  }
}

/** The client's three ways to be told something: https://core.telegram.org/api/web-events */
function post(event: string, data = {}): void {
  const { TelegramWebviewProxy: proxy, external } = globalThis as {
    TelegramWebviewProxy?: { postEvent(event: string, data: string): void }
    external?: { notify?(message: string): void }
  }
  const message = JSON.stringify({ eventType: event, eventData: data })
  if (proxy) proxy.postEvent(event, JSON.stringify(data))
  else if (external?.notify) external.notify(message)
  else if (parent !== window) parent.postMessage(message, '*') // the policy names who may frame the page
}

/** By how bright a color is to the eye, as Telegram's script tells. */
function isDark(color: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)) as [number, number, number]
  return Math.hypot(red * Math.sqrt(0.299), green * Math.sqrt(0.587), blue * Math.sqrt(0.114)) < 120
}
