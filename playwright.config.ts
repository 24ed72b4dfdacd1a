import { defineConfig } from '@playwright/test'
import { browserArgs } from './scripts/browser.mjs'
import { sites } from './tests/site/addresses.ts'

/**
 * The built site under two bases. Everything runs under `/`; tests tagged `@base` run under
 * `/<repo>/` too. `npm test` builds the folders and chooses the browser and the ports.
 */
const browser = process.env.CHROMIUM
const sirv = 'node node_modules/sirv-cli/bin.js'

export default defineConfig({
  testDir: 'tests/site',
  testMatch: '*.spec.ts',
  outputDir: '.cache/browser-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  // On a busy machine an answer may take its time; what never comes still fails.
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: { args: browserArgs, ...(browser ? { executablePath: browser } : {}) },
  },
  projects: [
    { name: 'site', use: { baseURL: sites.root.address } },
    { name: 'site under a base', use: { baseURL: sites.base.address }, grep: /@base/ },
  ],
  webServer: Object.values(sites).map(({ served, port, address }) => ({
    command: `${sirv} "${served}" --cors --quiet`,
    url: address,
    env: { PORT: String(port), HOST: 'localhost' },
    reuseExistingServer: false,
  })),
})
