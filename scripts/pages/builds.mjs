/** Measures the build with additional synthetic chapters. */
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sources } from '../build.mjs'
import { inRoot, runScript, UserError } from '../run.mjs'

const figuresEach = 6

/** Seconds to build a copy of the project with each number of synthetic chapters; runs are cached, as after a first build. */
export async function buildSeconds(counts) {
  const copy = inRoot('.cache', 'many-chapters')
  rmSync(copy, { recursive: true, force: true })
  for (const part of [...sources, join('.cache', 'runs')])
    cpSync(inRoot(part), join(copy, part), { recursive: true })
  symlinkSync(inRoot('node_modules'), join(copy, 'node_modules'), 'junction')
  const own = readdirSync(join(copy, 'content', 'en')).filter((file) =>
    file.endsWith('.mdx'),
  ).length
  const seconds = []
  for (const count of counts) {
    for (let i = 0; i < count; i++)
      writeFileSync(join(copy, 'content', 'en', `synthetic-${i}.mdx`), chapter(i, own))
    const from = performance.now()
    if ((await runScript('astro/bin/astro.mjs', ['build', '--silent'], { cwd: copy })) !== 0)
      throw new UserError(`The build with ${count} synthetic chapters failed.`)
    seconds.push({ count, seconds: (performance.now() - from) / 1000 })
  }
  rmSync(copy, { recursive: true })
  return seconds
}

/** As long as a real chapter: prose, inline and display formulas, and figures of the book. */
function chapter(number, own) {
  const all = figures()
  const sections = Array.from({ length: 10 }, (_, i) => {
    const figure = all[(number * figuresEach + i) % all.length]
    return [
      `## What does question ${i + 1} ask?`,
      ...Array.from({ length: 3 }, (_, j) => `${prose(number + i + j)}\n\n${formula(i, j)}`),
      i < figuresEach ? `<${figure.component} figure="${figure.name}" />` : '',
    ].join('\n\n')
  })
  const data = {
    title: `Synthetic chapter ${number + 1}`,
    lede: prose(number),
    description: 'A chapter that measures how long chapters take to build.',
    order: own + number + 1,
  }
  return `---\n${JSON.stringify(data)}\n---\n\n${sections.join('\n\n')}\n`
}

const prose = (n) =>
  [
    `Layer ${n} gives $a_${n} = \\varphi(z_${n})$ to the next, and the slope $\\varphi'(z_${n})$ comes back.`,
    ...Array(7).fill(
      'What a unit sends on depends on all that it hears, and so does what it hears of its error.',
    ),
  ].join(' ')

const formula = (i, j) =>
  `$$\n\\delta_l = W_{l+${i}}^\\top \\delta_{l+1} \\odot \\varphi'(z_l), \\qquad \\sum_{k=${j}}^{n} \\frac{\\partial C}{\\partial z_k}\n$$`

let found
function figures() {
  const folder = inRoot('content', 'figures')
  found ??= readdirSync(folder).flatMap((file) => {
    const { experiment } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const component = experiment?.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase())
    return component ? [{ name: basename(file, '.json'), component }] : []
  })
  return found
}
