// Sets the theme before anything is painted, which is why it is a small blocking file of its own.
// data-theme is what is shown, light or dark; data-theme-choice is what the reader asked for.
;(() => {
  const choices = ['system', 'light', 'dark']
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)')
  let choice = 'system'

  // Storage throws in a sandboxed frame and where the reader has switched it off.
  try {
    const kept = localStorage.getItem('theme')
    if (choices.includes(kept)) choice = kept
  } catch {}

  function show() {
    root.dataset.themeChoice = choice
    root.dataset.theme = choice === 'system' ? (system.matches ? 'dark' : 'light') : choice
  }

  show()
  system.addEventListener('change', show)
  addEventListener('beforeprint', () => {
    root.dataset.theme = 'light'
  })
  addEventListener('afterprint', show)
  addEventListener('click', (event) => {
    if (!(event.target instanceof Element && event.target.closest('[data-theme-button]'))) return
    choice = choices[(choices.indexOf(choice) + 1) % choices.length]
    show()
    try {
      localStorage.setItem('theme', choice)
    } catch {}
  })
})()
