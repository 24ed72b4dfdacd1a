/**
 * When a figure's code fails to load, the page is reloaded, once; if it fails again, the figure says so.
 * Its chart, caption and table are in the page regardless.
 */
import { onElement } from './on-element.ts'

const key = 'reloaded-for-a-figure'

onElement('astro:hydration-error', (island) => {
  try {
    if (!sessionStorage.getItem(key)) {
      sessionStorage.setItem(key, 'yes')
      location.reload()
      return
    }
  } catch {} // without storage nothing tells whether this is the second time: say it at once
  const notice = island.closest('figure')?.querySelector<HTMLElement>('[data-rescue]')
  if (notice) notice.hidden = false
})

onElement('astro:hydrate', () => {
  try {
    sessionStorage.removeItem(key)
  } catch {}
})
