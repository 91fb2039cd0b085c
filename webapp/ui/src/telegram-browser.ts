import { signal } from '@preact/signals'
import type { Question, Telegram } from './telegram-types'

/** A plain browser in Telegram's place: the page draws its own buttons and asks in a dialog. */
export function browserTelegram(): Telegram {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const scheme = signal<'light' | 'dark'>(dark.matches ? 'dark' : 'light')
  dark.addEventListener('change', () => (scheme.value = dark.matches ? 'dark' : 'light'))

  return {
    inTelegram: false,
    initData: '',
    userId: 0,
    startParam: '',
    language: undefined,
    scheme,
    mainButton: null,
    secondaryButton: null,
    backButton: null,
    onSettings() {},
    haptic() {},
    confirm,
    openTelegramLink(address) {
      open(address, '_blank', 'noopener')
    },
    download(address, name) {
      const link = document.createElement('a')
      link.href = address
      link.download = name
      link.click()
    },
    scan: null,
    homeScreen: () => Promise.resolve(null),
    print() {
      print()
    },
    confirmClosing(on) {
      if (on) addEventListener('beforeunload', keepPage)
      else removeEventListener('beforeunload', keepPage)
    },
  }
}

function keepPage(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

function confirm(question: Question): Promise<boolean> {
  const dialog = document.createElement('dialog')
  dialog.className = 'confirm'
  dialog.setAttribute('role', 'alertdialog')
  dialog.setAttribute('aria-labelledby', 'confirm-title')
  dialog.setAttribute('aria-describedby', 'confirm-text')

  const title = document.createElement('h2')
  title.id = 'confirm-title'
  title.textContent = question.title
  const text = document.createElement('p')
  text.id = 'confirm-text'
  text.textContent = question.text

  const buttons = document.createElement('div')
  buttons.className = 'confirm-buttons'
  const no = button(question.no, 'confirm-no', () => dialog.close('no'))
  const yes = button(question.yes, 'confirm-yes', () => dialog.close('yes'))
  no.autofocus = true
  buttons.append(no, yes)
  dialog.append(title, text, buttons)
  document.body.append(dialog)

  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
    // A tap beside the dialog closes it, as in Telegram.
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close('no')
    })
    dialog.showModal()
  })
}

function button(text: string, className: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = className
  element.textContent = text
  element.addEventListener('click', onClick)
  return element
}
