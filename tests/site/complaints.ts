/** Problems of a page while it is used: errors, warnings, missing files, requests to other origins. */
import type { Page } from '@playwright/test'
import type { Site } from './sites.ts'

/** The list grows as the page goes on. */
export function complaintsOf(tab: Page, site: Site): readonly string[] {
  const complaints: string[] = []
  const { origin } = new URL(site.address)
  tab.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin) complaints.push(`asks ${url}`)
  })
  tab.on('requestfailed', (request) => complaints.push(`cannot load ${request.url()}`))
  tab.on('response', (answer) => {
    if (answer.status() >= 400) complaints.push(`${answer.status()} for ${answer.url()}`)
  })
  // Violations of the content security policy come here as errors too.
  tab.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  tab.on('pageerror', (error) => complaints.push(String(error)))
  return complaints
}
