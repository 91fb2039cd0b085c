/** localStorage, or this page's memory where the browser refuses one (a frame, private mode). */

const prefix = 'zayavka.'
const memory = new Map<string, string>()

export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name)
  } catch {
    return memory.get(name) ?? null
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value)
  } catch {
    memory.set(name, value)
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(prefix + name)
  } catch {
    memory.delete(name)
  }
}

/** Calls back when another tab has changed the value. */
export function onOtherTab(name: string, changed: (value: string | null) => void): void {
  addEventListener('storage', (event) => {
    if (event.key === prefix + name) changed(event.newValue)
  })
}
