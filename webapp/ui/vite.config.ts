import { defineConfig } from 'vitest/config'

// Names carry no hash: the result is committed, and the server revalidates it by ETag.
export default defineConfig({
  base: '/app/',
  build: {
    outDir: '../../static/app',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        entryFileNames: 'app.js',
        chunkFileNames: '[name].js',
        assetFileNames: 'app[extname]',
      },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
  },
})
