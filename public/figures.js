// What figures do before their code is there, or without it.
// Code that does not load: the page is loaded anew, once; then the figure says what happened. Its chart,
// caption and table stand there all the same.
// A button that is pressed while the code is still on its way is pressed again when it is there.
// Tables stay text until somebody opens them.
;(() => {
  const key = 'reloaded-for-a-figure'
  let pressed

  addEventListener('click', ({ target }) => {
    pressed = target.closest?.('.lab:not([data-hydrated]) button') ?? pressed
  })

  addEventListener(
    'toggle',
    ({ target }) => {
      for (const tables of target.querySelectorAll?.('noscript') ?? [])
        tables.outerHTML = tables.textContent
    },
    true, // it does not bubble
  )

  addEventListener('astro:hydration-error', ({ target }) => {
    try {
      if (!sessionStorage.getItem(key)) {
        sessionStorage.setItem(key, 'yes')
        location.reload()
        return
      }
    } catch {} // no storage, so no way to know whether this is the second time: say it at once
    const notice = target.closest?.('figure')?.querySelector('[data-rescue]')
    if (notice) notice.hidden = false
  })

  addEventListener(
    'astro:hydrate',
    ({ target }) => {
      try {
        sessionStorage.removeItem(key)
      } catch {}
      const button = pressed
      const lab = target.contains(button) && button.closest('.lab')
      if (!lab) return
      // It is awake when it has read its settings from the address, and drawn them in the next turn.
      new MutationObserver((_, observer) => {
        observer.disconnect()
        setTimeout(() => button.click())
      }).observe(lab, { attributeFilter: ['data-hydrated'] })
    },
    true, // it does not bubble
  )
})()
