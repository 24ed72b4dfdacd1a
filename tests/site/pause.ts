import type { Page } from '@playwright/test'

/** Runs the page's first widget and pauses it as soon as it can be: from inside the page, where no run is over before. */
export function runAndPause(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const go = document.querySelector<HTMLButtonElement>('.run-bar .go')
    if (!go) throw new Error('expected a button that runs')
    const words = go.textContent
    const changed = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (go.textContent === words) return
        observer.disconnect()
        resolve()
      })
      observer.observe(go, { subtree: true, childList: true, characterData: true })
    })
    go.click()
    await changed
    go.click()
  })
}
