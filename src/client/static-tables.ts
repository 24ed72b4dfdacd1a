/** Static tables stay text inside `noscript` until the reader opens them: no elements before they are needed. */
import { onElement } from './on-element.ts'

onElement('toggle', (details) => {
  for (const tables of details.querySelectorAll('noscript')) tables.outerHTML = tables.textContent
})
