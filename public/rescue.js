// A figure whose code did not load: the page is loaded anew, once; then the figure says what happened.
// Its chart, caption and table stand there all the same.
;(() => {
  const key = 'reloaded-for-a-figure'

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
    () => {
      try {
        sessionStorage.removeItem(key)
      } catch {}
    },
    true, // it does not bubble
  )
})()
