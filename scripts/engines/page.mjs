/**
 * What is done in each page, in whatever engine: the widget is run to its end as a reader would, and its
 * fingerprints are told, those that the build wrote into the page and those of the run.
 * Sent to the browser as text, so it may use nothing from outside itself.
 */
export async function runWidget() {
  const rest = () => new Promise((done) => setTimeout(done, 100))
  const until = async (condition) => {
    for (let tries = 0; tries < 12_000 && !condition(); tries++) await rest()
  }
  const lab = () => document.querySelector('.lab')
  const prints = () => lab().dataset.fingerprints
  const built = prints()
  await until(() => lab().hasAttribute('data-hydrated'))
  const run = lab().querySelector('.run-bar .go')
  // A widget with nothing to run is computed when its data are asked for, and is ready at once.
  const wanted = run ?? [...lab().querySelectorAll('.share summary')].at(-2)
  const ends = run ? ['done'] : ['done', 'ready']
  wanted.scrollIntoView({ block: 'center' })
  wanted.click()
  const hasEnded = () => ends.includes(lab().dataset.phase)
  await until(() => hasEnded() || lab().dataset.phase === 'failed')
  return { built, found: prints(), hasEnded: hasEnded() }
}
