/** A button that is pressed while its figure's code is still loading is pressed again once it has. */
import { onElement } from './on-element.ts'

let pressed: HTMLElement | null = null

onElement('click', (element) => {
  pressed = element.closest<HTMLElement>('.lab:not([data-hydrated]) button') ?? pressed
})

onElement('astro:hydrate', (island) => {
  const button = pressed
  const lab = island.contains(button) && button?.closest('.lab')
  if (!lab) return
  // It is ready when it has read its settings from the address, and drawn them in the next task.
  new MutationObserver((_, observer) => {
    observer.disconnect()
    setTimeout(() => button?.click())
  }).observe(lab, { attributeFilter: ['data-hydrated'] })
})
