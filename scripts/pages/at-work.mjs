/**
 * Measures a running widget: main-thread tasks while it trains and the page scrolls, latency from slider to
 * chart, load when out of view, and heap growth after a hundred resets.
 */
import { readFileSync } from 'node:fs'

const words = { run: { name: 'Run', exact: true }, reset: { name: 'Reset' } }

/** The longest tasks in milliseconds of wall and CPU time, the number above 50 ms of CPU time, and the 95th percentile of frame gaps while scrolling. */
export async function whileTraining(browser, page, address) {
  await open(page, address)
  await page.getByRole('button', words.run).first().click()
  let gaps = []
  const trace = await traced(browser, page, async () => {
    gaps = await page.evaluate(scrollAtWork, 4000)
  })
  const tasks = mainTasks(trace)
  return {
    longest: Math.max(...tasks.map(({ processor }) => processor)),
    longestWall: Math.max(...tasks.map(({ wall }) => wall)),
    longTasks: tasks.filter(({ processor }) => processor > 50).length,
    share: shareOf(trace),
    frameGap: gaps[Math.floor(0.95 * gaps.length)],
  }
}

/**
 * Runs in the page: scrolls a few pixels per frame, down and up again, and restarts a run that ends. Returns
 * the sorted milliseconds between frames.
 */
async function scrollAtWork(milliseconds) {
  const lab = document.querySelector('.lab')
  const gaps = []
  const frame = () => new Promise(requestAnimationFrame)
  const start = await frame()
  for (let last = start, now = start; now - start < milliseconds; last = now) {
    if (lab.dataset.phase === 'done') lab.querySelector('.run-bar .go').click()
    scrollBy({ top: (now - start) % 1000 < 500 ? 4 : -4, behavior: 'instant' })
    now = await frame()
    gaps.push(now - last)
  }
  return gaps.sort((a, b) => a - b)
}

/** Milliseconds from a slider's move to the changed chart, the median of ten. */
export async function sliderToChart(page, address) {
  await open(page, address)
  return page.evaluate(async () => {
    const lab = document.querySelector('.lab')
    const slider = lab.querySelector('input[type=range]')
    const times = []
    for (let i = 0; i < 11; i++) {
      const before = lab.dataset.fingerprints
      slider.value = Number(slider.value) + (i % 2 ? -1 : 1) * Math.max(1, Number(slider.step))
      const start = performance.now()
      const shown = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (lab.dataset.fingerprints === before) return
          observer.disconnect()
          requestAnimationFrame(() => resolve(performance.now() - start))
        })
        observer.observe(lab, { attributes: true })
      })
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      times.push(await Promise.race([shown, new Promise((r) => setTimeout(r, 3000, 3000))]))
    }
    // The first starts the workers and loads the drawing code.
    return times.slice(1).sort((a, b) => a - b)[5]
  })
}

/** The load of the main thread (0 to 1) from one second after a running widget has left the screen. */
export async function shareOutOfSight(browser, page, address) {
  await open(page, address)
  await page.getByRole('button', words.run).first().click()
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }))
  await page.waitForTimeout(1000)
  const trace = await traced(browser, page, () => page.waitForTimeout(3000))
  return shareOf(trace)
}

/** Growth of the heap in megabytes after starting and resetting a run `cycles` times, after garbage collection. */
export async function heapAfterCycles(page, address, cycles = 100) {
  await open(page, address)
  const session = await page.context().newCDPSession(page)
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage')
    return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6
  }
  const cycle = async () => {
    await page.locator('.run-bar .go').first().click()
    await page.locator('.lab[data-phase=running]').first().waitFor()
    await page.getByRole('button', words.reset).first().click()
    await page.locator('.lab[data-phase=ready]').first().waitFor()
  }
  for (let i = 0; i < 5; i++) await cycle()
  const before = await heap()
  for (let i = 0; i < cycles; i++) await cycle()
  return (await heap()) - before
}

async function open(page, address) {
  await page.goto(address, { waitUntil: 'load' })
  await page.locator('.lab[data-hydrated]').first().waitFor()
}

async function traced(browser, page, work) {
  const path = new URL('../../.cache/trace.json', import.meta.url).pathname
  const categories = ['toplevel']
  await browser.startTracing(page, { path, categories })
  const start = performance.now()
  await work()
  const milliseconds = performance.now() - start
  await browser.stopTracing()
  return { ...JSON.parse(readFileSync(path, 'utf8')), milliseconds }
}

/** Tasks of the main thread in milliseconds; Chromium's trace has wall (dur) and CPU time (tdur) in microseconds. */
function mainTasks({ traceEvents }) {
  const mains = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  )
  const isMain = new Set(mains.map(({ pid, tid }) => `${pid} ${tid}`))
  return traceEvents
    .filter(({ name }) => name === 'ThreadControllerImpl::RunTask')
    .filter(({ pid, tid, dur }) => dur && isMain.has(`${pid} ${tid}`))
    .map(({ dur, tdur = dur }) => ({ wall: dur / 1000, processor: tdur / 1000 }))
}

/** CPU time of the main thread as a fraction of the traced time. */
function shareOf(trace) {
  return mainTasks(trace).reduce((sum, { processor }) => sum + processor, 0) / trace.milliseconds
}
