import { defineConfig, type Plugin } from 'vite'

// GraphiQL's style sheet carries 370 kB of fonts as data: URLs. The system's fonts do, and the
// page's Content-Security-Policy can do without font-src.
const withoutFonts: Plugin = {
  name: 'without-fonts',
  enforce: 'pre',
  transform(code, id) {
    return id.endsWith('.css') ? code.replace(/@font-face\s*\{[^}]*\}/g, '') : undefined
  },
}

// GraphiQL is a page of its own on React, served beside /graphql; it shares nothing with the Mini App.
export default defineConfig({
  root: 'graphiql',
  base: '/graphiql/',
  plugins: [withoutFonts],
  build: {
    outDir: '../../../static/graphiql',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // React's "use client" marks mean nothing in a bundle for the browser.
      checks: { moduleLevelDirective: false },
      output: {
        codeSplitting: false,
        entryFileNames: 'graphiql.js',
        assetFileNames: 'graphiql[extname]',
      },
    },
  },
})
