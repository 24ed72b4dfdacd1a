/**
 * Sets the theme before anything is painted, so this script blocks rendering.
 * data-theme is what is shown, light or dark; data-theme-choice is what the reader asked for.
 */
const choices = ['system', 'light', 'dark']
const root = document.documentElement.dataset
const system = matchMedia('(prefers-color-scheme: dark)')
let choice = 'system'

// Storage throws in a sandboxed frame and where the reader has switched it off.
try {
  const stored = localStorage.getItem('theme') ?? ''
  if (choices.includes(stored)) choice = stored
} catch {}

function show() {
  root['themeChoice'] = choice
  root['theme'] = choice === 'system' ? (system.matches ? 'dark' : 'light') : choice
}

show()
system.addEventListener('change', show)
addEventListener('beforeprint', () => {
  root['theme'] = 'light'
})
addEventListener('afterprint', show)
addEventListener('click', ({ target }) => {
  if (!(target instanceof Element && target.closest('[data-theme-button]'))) return
  choice = choices[(choices.indexOf(choice) + 1) % choices.length] ?? 'system'
  show()
  try {
    localStorage.setItem('theme', choice)
  } catch {}
})
