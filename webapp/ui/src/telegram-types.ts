import type { ReadonlySignal } from '@preact/signals'

/** What the app asks of the client around it: Telegram, or a plain browser. */
export interface Telegram {
  readonly inTelegram: boolean
  /** What Telegram has signed of whoever opened the app, as it is; empty in a browser. */
  readonly initData: string
  /** The person's id in Telegram; 0 in a browser. For telling people apart, not for trust. */
  readonly userId: number
  /** What the link that opened the app was made with: the part behind "startapp=". */
  readonly startParam: string
  /** The person's language in Telegram, an IETF tag. */
  readonly language: string | undefined
  readonly scheme: ReadonlySignal<'light' | 'dark'>
  /** The client's own button below the page; null where the page draws one. */
  readonly mainButton: BottomButton | null
  /** A second one beside it; null where the client has none, and the page's own does. */
  readonly secondaryButton: BottomButton | null
  /** The client's own button above the page; null where the page draws one. */
  readonly backButton: BackButton | null
  /** Calls back when the person chooses the settings in the client's menu. */
  onSettings(open: () => void): void
  haptic(kind: Haptic): void
  /** Asks yes or no; closing the question is a no. */
  confirm(question: Question): Promise<boolean>
  /** Opens an address of t.me in Telegram. */
  openTelegramLink(address: string): void
  /** Saves the file at the address, a path of this origin, under the name. */
  download(address: string, name: string): void
  /** Opens the client's own scanner under the words, and gives the text of a QR code, or null when it is closed; null where there is none. */
  readonly scan: ((words: string) => Promise<string | null>) | null
  /** Asks the person to put the app on their home screen; null where that cannot be, or where it is there already. */
  homeScreen(): Promise<(() => void) | null>
  /** Prints the page; where the client cannot, in a browser at the same place. */
  print(): void
  /** While on, closing the page asks the person first. */
  confirmClosing(on: boolean): void
}

/** What is felt: a choice, something that moved, or how it went. */
export type Haptic = 'selection' | 'impact' | 'success' | 'warning' | 'error'

export interface BottomButton {
  show(state: { text: string; enabled: boolean; busy: boolean; onClick: () => void }): void
  hide(): void
}

export interface BackButton {
  show(onClick: () => void): void
  hide(): void
}

export interface Question {
  title: string
  text: string
  yes: string
  no: string
}
