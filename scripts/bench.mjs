#!/usr/bin/env node
/**
 * `npm run bench`: the core against others at the same training steps, in one run, in turns. Each racer is
 * a process of one thread. Prints a table and writes JSON; `--save` puts it where /performance/ shows it.
 * `--rounds 5` and `--milliseconds 60` make it shorter.
 */
import { cpus, loadavg, release, type } from 'node:os'
import { parseArgs } from 'node:util'
import { growth, nets } from '../bench/nets.mjs'
import { compileKernels } from './kernels.mjs'
import { writeMeasured } from './measured.mjs'
import { startRacers } from './racers.mjs'
import { inRoot, main, npm } from './run.mjs'

const { values: options } = parseArgs({
  options: {
    save: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '9' },
    milliseconds: { type: 'string', default: '80' },
  },
})
const rounds = Number(options.rounds)
const milliseconds = Number(options.milliseconds)
/** Curves bear a little unevenness. */
const few = Math.ceil(rounds / 3)

await main(async () => {
  await compileKernels()
  await npm('ci', '--prefix', inRoot('bench'), '--ignore-scripts', '--no-audit', '--no-fund')
  const load = Number(loadavg()[0].toFixed(1))
  const racers = await startRacers()
  const races = []
  for (const activation of ['sigmoid', 'relu']) {
    for (const net of nets) races.push(await race(racers, net, activation, rounds))
  }
  const followed = racers.filter(({ id }) => id === 'compiled' || id === 'plain')
  const grown = {}
  for (const [what, points] of Object.entries(growth)) {
    grown[what] = []
    for (const [x, net] of points) {
      const { results } = await race(followed, { name: `${what} ${x}`, ...net }, 'sigmoid', few)
      grown[what].push([x, results.compiled.processor, results.plain.processor])
    }
  }
  for (const racer of racers) racer.end()
  const result = { ...circumstances(racers), load, rounds, milliseconds, races, growth: grown }
  await writeMeasured('performance', result, { digits: 4, kept: options.save })
})

/** All racers in turns, round after round, so that a busy moment of the machine falls on each of them. */
async function race(racers, net, activation, rounds) {
  const { sizes, batch, networks } = net
  const times = new Map(racers.map(({ id }) => [id, []]))
  for (let round = 0; round < rounds; round++) {
    for (const racer of racers)
      times
        .get(racer.id)
        .push(await racer.run({ net: { sizes, batch, networks }, activation, milliseconds }))
  }
  const own = times.get('compiled')
  const results = {}
  for (const [id, list] of times) {
    results[id] = {
      processor: median(list.map(({ processor }) => processor)),
      wall: median(list.map(({ wall }) => wall)),
      // Each round's own, since the machine may have been slower in one than in another.
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

function circumstances(racers) {
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0].model.trim()}, ${cpus().length} cores, ${type()} ${release().split('-')[0]}`,
    versions: Object.fromEntries(racers.map(({ id, version }) => [id, version])),
  }
}
