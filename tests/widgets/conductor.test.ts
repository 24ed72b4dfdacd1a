/** The conductor without a page: no worker can be had in Node, so its runs go on in slices here. */
import { describe, expect, test } from 'vitest'
import { bandSize } from '../../src/experiments/band.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow.ts'
import { type Config, defaults } from '../../src/experiments/parameters.ts'
import { runToEnd } from '../../src/experiments/run.ts'
import { Conductor } from '../../src/widgets/lab/conductor.ts'

globalThis.requestAnimationFrame ??= (callback) => {
  const timer = setTimeout(() => callback(0), 1)
  return Number(timer[Symbol.toPrimitive]())
}

const config = {
  ...defaults(gradientFlow.parameters),
  ...{ depth: 2, width: 4, examples: 30, batchSize: 12, steps: 12, dataset: 'moons' as const },
}
const conductorWith = () => new Conductor(gradientFlow, () => {})

/** Each run holds the records it should, none lost, none twice, and as many as the run it is compared with. */
function expectInStep({ tracks }: Conductor): void {
  for (const { records } of tracks) {
    expect(records.map(({ step }) => step)).toEqual(records.map((_, i) => i))
    expect(records).toHaveLength(tracks[0]?.records.length ?? 0)
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('the conductor', () => {
  test('takes as many steps as were asked for, however fast', async () => {
    const conductor = conductorWith()
    await conductor.open([config, { ...config, activation: 'relu' }])
    await Promise.all(Array.from({ length: 5 }, () => conductor.step()))
    expectInStep(conductor)
    expect(conductor.tracks[0]?.records).toHaveLength(6)
  })

  test('runs to the same end when steps are still to be taken', async () => {
    const conductor = conductorWith()
    await conductor.open([config, { ...config, activation: 'relu' }])
    void conductor.step()
    void conductor.step()
    await conductor.run()
    expectInStep(conductor)
    expect(conductor.phase).toBe('done')
    expect(conductor.tracks[0]?.fingerprint).toBe(
      (await runToEnd(gradientFlow, config)).fingerprint,
    )
  })

  test('takes a whole step, however long it takes', async () => {
    const conductor = conductorWith()
    await conductor.open([{ ...config, depth: 10, width: 30, steps: 3000, recordEvery: 300 }])
    await conductor.step()
    expect(conductor.tracks[0]?.records.map(({ step }) => step)).toEqual([0, 300])
  })

  test('has one record of each seed in its band, however often the band is asked for', async () => {
    const conductor = conductorWith()
    await conductor.open([config])
    await Promise.all([true, false, true, true].map((wanted) => conductor.band(wanted)))
    expect(conductor.tracks[0]?.band).toHaveLength(bandSize)
  })

  test('computes no band out of sight', async () => {
    const conductor = conductorWith()
    await conductor.open([config])
    conductor.see(false)
    const filled = conductor.band(true)
    await pause(50)
    expect(conductor.tracks[0]?.band).toHaveLength(0)
    conductor.see(true)
    await filled
    expect(conductor.tracks[0]?.band).toHaveLength(bandSize)
  })

  test('ends as a fresh one does, whatever was pressed before', async () => {
    const fresh = (await runToEnd(gradientFlow, config)).fingerprint
    let state = 1
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    const conductor = conductorWith()
    const pinned: Config[] = []
    const presses = [
      () => conductor.run(),
      () => conductor.step(),
      () => conductor.pause(),
      () => conductor.open([config, ...pinned]),
      () => conductor.band(random(2) === 0),
      () => conductor.see(random(2) === 0),
      () => pinned.splice(0, 4, { ...config, activation: 'tanh' }).length,
      () => pinned.splice(0).length,
    ]
    for (let i = 0; i < 300; i++) {
      void presses[random(presses.length)]?.()
      if (random(3) === 0) await pause(random(4))
    }
    conductor.see(true)
    conductor.wantsBand = false
    await conductor.open([config])
    await conductor.run()
    expectInStep(conductor)
    expect([conductor.phase, conductor.tracks[0]?.fingerprint]).toEqual(['done', fresh])
  })
})
