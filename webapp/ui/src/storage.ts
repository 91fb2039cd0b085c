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

/** Calls back with the name of a value that another tab has changed. */
export function onOtherTab(changed: (name: string) => void): void {
  addEventListener('storage', ({ key }) => {
    if (key?.startsWith(prefix)) changed(key.slice(prefix.length))
  })
}
