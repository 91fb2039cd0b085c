import type { Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'

// A name carries a hash of the content, so that a browser keeps the file for ever; index.html alone
// is asked for again. The server tells them apart by the folder (static/static.go).
export default defineConfig({
  plugins: [{ name: 'read-whole', generateBundle: { order: 'post', handler: (_, bundle) => readWhole(bundle) } }],
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
            { name: 'app', tags: ['$initial'], priority: 1 },
            { name: 'texts', test: /locale.(cards|login|settings)/, priority: 1 },
            // What the counter and its paper share is nothing for the first load.
            { name: 'shared', test: /^(?!.*(screens.(counter|paper)|locale.counter|components.qr|uqr))/, minShareCount: 2 },
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
