import type { Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'

/** What forms and cards share, but not the first list. */
const ofForms =
  /graphql.(account|counter|paper|settings|team)|locale.account|api.(upload|use-administers)|src.(use-(draft|form|submit|unsaved)|login)\.|domain.(file|money)|components.(bot-row|field|form|form-error|money|restored|shop-words|stars)\./
/** With what the counter and its paper share it is nothing for the first load. */
const ofLater = new RegExp(`${ofForms.source}|screens.(counter|paper)|locale.counter|components.qr|uqr`)

// A name carries a hash of the content, so that a browser keeps the file for ever; index.html alone
// is asked for again. The server tells them apart by the folder (static/static.go).
export default defineConfig({
  plugins: [
    { name: 'read-whole', generateBundle: { order: 'post', handler: (_, bundle) => readWhole(bundle) } },
    { name: 'early', transformIndexHtml: { order: 'post', handler: (page, { bundle }) => (bundle ? runEarly(page) : page) } },
  ],
  base: '/app/',
  build: {
    outDir: '../../static/app',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        // One file for what is drawn first and one for what screens share: together they compress better,
        // and a slow network has fewer requests to wait for.
        codeSplitting: {
          groups: [
            { name: 'early', test: /src.early\.ts$/, priority: 2 }, // with all that it imports
            { name: 'app', tags: ['$initial'], priority: 1 },
            { name: 'texts', test: /locale.(cards|login|settings)/, priority: 1 },
            { name: 'shared', test: (id) => !ofLater.test(id), minShareCount: 2, priority: 1 },
            { name: 'common', test: (id) => ofForms.test(id), minShareCount: 2 },
          ],
        },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
  },
})

/**
 * Has Chromium read all functions of a file at once, on another thread: it would read each one when it
 * is first called, on the thread that draws.
 */
function readWhole(bundle: Rolldown.OutputBundle): void {
  for (const file of Object.values(bundle)) {
    if (file.type === 'chunk') file.code = `//# allFunctionsCalledOnLoad\n${file.code}`
  }
}

/** Runs the file early-….js as soon as it is there: as a part of the program it would be run with it. */
function runEarly(page: string): string {
  const preloaded = /<link rel="modulepreload" crossorigin( href="[^"]+early-[^"]+").*\n */
  const [link, address = ''] = preloaded.exec(page) ?? []
  if (!link) throw new Error('the page has no file early-….js')
  const program = '<script type="module"'
  return page.replace(link, '').replace(program, `${program} async fetchpriority="high" crossorigin${address.replace('href', 'src')}></script>\n    ${program}`)
}
