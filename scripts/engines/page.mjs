/**
 * Runs the page's widget to its end as a reader would. Returns the fingerprints that the build wrote into the
 * page and those of the run. Serialized and sent to the browser, so it must not use anything from its scope.
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
  // A widget without a Run button computes its data when the data panel opens, and is ready at once.
  const wanted = run ?? [...lab().querySelectorAll('.share summary')].at(-2)
  const ends = run ? ['done'] : ['done', 'ready']
  wanted.scrollIntoView({ block: 'center' })
  wanted.click()
  const hasEnded = () => ends.includes(lab().dataset.phase)
  await until(() => hasEnded() || lab().dataset.phase === 'failed')
  return { built, found: prints(), hasEnded: hasEnded() }
}
