import type { BrowserContext } from '@playwright/test'

/** Sharp on the screens that people have; the page's policy forbids styles of others, and the font is one. */
export const forPictures = { deviceScaleFactor: 2, bypassCSP: true }

/** Draws the pages in the font that most phones' own resemble; headless Chromium has none that they have. */
export async function inInter(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const style = document.createElement('style')
      style.textContent = ':not(code, .copy) { font-family: Inter, "Noto Color Emoji", sans-serif !important }'
      document.head.append(style)
    })
  })
}
