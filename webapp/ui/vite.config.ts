import { defineConfig } from 'vitest/config'

// A name carries a hash of the content, so that a browser keeps the file for ever; index.html alone
// is asked for again. The server tells them apart by the folder (static/static.go).
export default defineConfig({
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
        // One file for the first load: what chunks share with it compresses better there, and a slow
        // network has one request less to wait for.
        codeSplitting: { groups: [{ name: 'app', tags: ['$initial'] }] },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
  },
})
