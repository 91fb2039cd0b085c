import { test as setup } from '@playwright/test'
import { logIn, stateFile } from './staff'

// Once for all tests: the server limits how often one may log in.
setup('a member of the staff logs in', async ({ page }) => {
  await page.goto('/app/')
  await logIn(page)
  await page.context().storageState({ path: stateFile })
})
