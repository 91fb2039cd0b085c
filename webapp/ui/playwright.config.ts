import { defineConfig } from '@playwright/test'

/**
 * Runs against a running program: ZAYAVKA_E2E_URL is its address, ZAYAVKA_E2E_EMAIL and
 * ZAYAVKA_E2E_PASSWORD are a login of its staff, ZAYAVKA_E2E_TIMEZONE is the zone of its shop,
 * ZAYAVKA_E2E_DEMO_URL the demo's page, ZAYAVKA_E2E_RESULTS the folder for what a run leaves. CHROMIUM
 * names the browser to use; the one with windows takes twice the processor, for they are pages too.
 */
const {
  ZAYAVKA_E2E_URL,
  ZAYAVKA_E2E_RESULTS: results = 'test-results',
  CHROMIUM = '/usr/bin/chromium-headless-shell',
} = process.env
if (!ZAYAVKA_E2E_URL) throw new Error('set ZAYAVKA_E2E_URL, ZAYAVKA_E2E_EMAIL and ZAYAVKA_E2E_PASSWORD')

/** Those are no part of what runs on a phone and on a desktop. */
const apart = ['demo.spec.ts', 'measure.spec.ts', 'pictures.spec.ts']

const loggedIn = `${results}/logged-in.json`

export default defineConfig({
  testDir: 'e2e',
  outputDir: `${results}/output`,
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // Of a whole run only what failed is worth reading.
  reporter: process.env.ZAYAVKA_PLAYWRIGHT ? 'list' : 'dot',
  // For a slow and busy machine, which takes seconds to do what a person does at once.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: ZAYAVKA_E2E_URL,
    locale: 'ru-RU',
    // It would take a third of the processor's time. Of one test: ZAYAVKA_PLAYWRIGHT='--trace=on …'.
    trace: { mode: 'off' },
    launchOptions: {
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'login', testMatch: 'login.setup.ts' },
    { name: 'demo', testMatch: 'demo.spec.ts', use: { viewport: { width: 1280, height: 800 } } },
    // Run by name only: see the Makefile.
    ...(process.env.ZAYAVKA_MEASURE ? [{ name: 'measure', testMatch: 'measure.spec.ts', dependencies: ['login'] }] : []),
    ...(process.env.ZAYAVKA_SCREENSHOTS ? [{ name: 'pictures', testMatch: 'pictures.spec.ts', dependencies: ['login'] }] : []),
    {
      name: 'phone',
      testIgnore: apart,
      dependencies: ['login'],
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, storageState: loggedIn },
    },
    {
      name: 'desktop',
      testIgnore: apart,
      dependencies: ['login'],
      use: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark', storageState: loggedIn },
    },
  ],
})
