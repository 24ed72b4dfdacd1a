/** The key / leads to the search page from anywhere, except where it is being typed. */
addEventListener('keydown', (event) => {
  const { target, key, altKey, ctrlKey, metaKey } = event
  if (key !== '/' || altKey || ctrlKey || metaKey) return
  if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]'))
    return
  event.preventDefault()
  document.querySelector<HTMLElement>('a[aria-keyshortcuts="/"]')?.click()
})
