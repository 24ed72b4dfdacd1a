#!/usr/bin/env node
/**
 * `npm run bench`: compares the core with other libraries at the same training steps. Each contender is a
 * single-threaded process. Prints a table and writes JSON; `--save` puts it where /performance/ shows it.
 * `--rounds 5` and `--milliseconds 60` make it shorter.
 */
import { cpus, loadavg, release, type } from 'node:os'
import { parseArgs } from 'node:util'
import { growth, nets } from '../bench/nets.mjs'
import { startContenders } from './contenders.mjs'
import { compileKernels } from './kernels.mjs'
import { inRoot, main, npm } from './run.mjs'
import { writeResults } from './write-results.mjs'

const { values: options } = parseArgs({
  options: {
    save: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '9' },
    milliseconds: { type: 'string', default: '80' },
  },
})
const rounds = Number(options.rounds)
const milliseconds = Number(options.milliseconds)
/** Fewer rounds for the growth series: its curves tolerate some noise. */
const few = Math.ceil(rounds / 3)

await main(async () => {
  await compileKernels()
  await npm('ci', '--prefix', inRoot('bench'), '--ignore-scripts', '--no-audit', '--no-fund')
  const load = Number(loadavg()[0].toFixed(1))
  const contenders = await startContenders()
  const races = []
  for (const activation of ['sigmoid', 'relu']) {
    for (const net of nets) races.push(await compare(contenders, net, activation, rounds))
  }
  const followed = contenders.filter(({ id }) => id === 'compiled' || id === 'plain')
  const grown = {}
  for (const [what, points] of Object.entries(growth)) {
    grown[what] = []
    for (const [x, net] of points) {
      const { results } = await compare(followed, { name: `${what} ${x}`, ...net }, 'sigmoid', few)
      grown[what].push([x, results.compiled.processor, results.plain.processor])
    }
  }
  for (const contender of contenders) contender.end()
  const result = { ...circumstances(contenders), load, rounds, milliseconds, races, growth: grown }
  await writeResults('performance', result, { digits: 4, save: options.save })
})

/** Interleaves the contenders in each round, so that load on the machine affects all of them alike. */
async function compare(contenders, net, activation, rounds) {
  const { sizes, batch, networks } = net
  const times = new Map(contenders.map(({ id }) => [id, []]))
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders)
      times
        .get(contender.id)
        .push(await contender.run({ net: { sizes, batch, networks }, activation, milliseconds }))
  }
  const own = times.get('compiled')
  const results = {}
  for (const [id, list] of times) {
    results[id] = {
      processor: median(list.map(({ processor }) => processor)),
      wall: median(list.map(({ wall }) => wall)),
      // Ratios are taken within a round, since the machine's speed may change between rounds.
      ratio: median(list.map(({ processor }, round) => processor / own[round].processor)),
    }
  }
  const cells = Object.entries(results).map(([id, { processor, ratio }]) =>
    `${id} ${processor.toPrecision(3)} (${ratio.toPrecision(3)}×)`.padEnd(26),
  )
  console.log(`${net.name.padEnd(13)} ${activation.padEnd(8)} ${cells.join('')}`)
  return { net: net.name, batch, activation, results }
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

function circumstances(contenders) {
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0].model.trim()}, ${cpus().length} cores, ${type()} ${release().split('-')[0]}`,
    versions: Object.fromEntries(contenders.map(({ id, version }) => [id, version])),
  }
}
