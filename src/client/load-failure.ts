/**
 * When a figure's code fails to load, the page is reloaded, once; if it fails again, the figure says so.
 * Its chart, caption and table are in the page regardless.
 */
import { onElement } from './on-element.ts'

const key = 'reloaded-for-a-figure'
/** A second failure within this many milliseconds is not cured by another reload. */
const patience = 60_000

onElement('astro:hydration-error', (island) => {
  try {
    if (Date.now() - Number(sessionStorage.getItem(key)) > patience) {
      sessionStorage.setItem(key, String(Date.now()))
      location.reload()
      return
    }
  } catch {} // without storage nothing tells whether this is the second time: say it at once
  const notice = island.closest('figure')?.querySelector<HTMLElement>('[data-rescue]')
  if (notice) notice.hidden = false
})
