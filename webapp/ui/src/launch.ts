/** What Telegram opened the page with: https://core.telegram.org/api/bots/webapps#launch-parameters */
export type Launch = Record<string, string>

/** Where Telegram's script keeps the same for the tab, and looks for it. */
const kept = '__telegram__initParams'

/**
 * Reads what Telegram put behind the "#", or what was there when this tab was opened; null in a browser.
 * Whoever comes later, Telegram's script or the page after a reload, finds it in the tab.
 */
export function readLaunch(hash: string): Launch | null {
  const given = /[#&?]tgWebApp(Data|Version)=/.test(hash)
    ? (Object.fromEntries(new URLSearchParams(hash.replace(/^#([^?]*\?)?/, ''))) as Launch)
    : null
  try {
    const before = JSON.parse(sessionStorage.getItem(kept) ?? 'null') as Launch | null
    if (given) sessionStorage.setItem(kept, JSON.stringify({ ...before, ...given }))
    return given ?? before
  } catch {
    return given // A frame in which nothing may be kept.
  }
}

/** Who opened the page, and by which link, as Telegram says before its script is there. */
export function openedBy(launch: Launch) {
  const initData = launch.tgWebAppData ?? ''
  const signed = new URLSearchParams(initData)
  const user = object<{ id: number; language_code: string }>(signed.get('user'))
  return { initData, userId: user.id ?? 0, startParam: signed.get('start_param') ?? '', language: user.language_code }
}

export function object<T extends object>(text: string | null | undefined): Partial<T> {
  try {
    return (JSON.parse(text ?? '{}') as T | null) ?? {}
  } catch {
    return {}
  }
}
