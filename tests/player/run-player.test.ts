/** The player without a page: where no worker is made, its runs go on in slices here. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { bandSize, repetitions } from '../../src/experiment/band.ts'
import { type Config, defaults } from '../../src/experiment/parameters.ts'
import { runToEnd } from '../../src/experiment/run.ts'
import { WorkerPool } from '../../src/experiment/workers/pool.ts'
import type { ToWorker } from '../../src/experiment/workers/protocol.ts'
import { gradientFlow } from '../../src/experiments/gradient-flow/index.ts'
import { phaseMap } from '../../src/experiments/phase-map/index.ts'
import { RunPlayer } from '../../src/player/run-player.ts'
import { machine, NearbyWorker } from '../experiment/workers/nearby-worker.ts'

globalThis.requestAnimationFrame ??= (callback) => {
  const timer = setTimeout(() => callback(0), 1)
  return Number(timer[Symbol.toPrimitive]())
}

const config = {
  ...defaults(gradientFlow.parameters),
  ...{ depth: 2, width: 4, examples: 30, batchSize: 12, steps: 12, dataset: 'moons' as const },
}
const playerWith = () => new RunPlayer(gradientFlow, () => {})

/** Each run holds the records it should, none lost, none twice, and as many as the run it is compared with. */
function expectInStep({ runs: tracks }: RunPlayer): void {
  for (const { records } of tracks) {
    expect(records.map(({ step }) => step)).toEqual(records.map((_, i) => i))
    expect(records).toHaveLength(tracks[0]?.records.length ?? 0)
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('the player', () => {
  test('takes as many steps as were asked for, however fast', async () => {
    const player = playerWith()
    await player.open([config, { ...config, activation: 'relu' }])
    await Promise.all(Array.from({ length: 5 }, () => player.step()))
    expectInStep(player)
    expect(player.runs[0]?.records).toHaveLength(6)
  })

  test('runs to the same end when steps are still to be taken', async () => {
    const player = playerWith()
    await player.open([config, { ...config, activation: 'relu' }])
    void player.step()
    void player.step()
    await player.run()
    expectInStep(player)
    expect(player.phase).toBe('done')
    expect(player.runs[0]?.fingerprint).toBe((await runToEnd(gradientFlow, config)).fingerprint)
  })

  test('a reset while a run is being opened is a reset', async () => {
    const player = playerWith()
    void player.open([config])
    const run = player.run()
    await player.open([config])
    await run
    expect(player.phase).toBe('ready')
    expect(player.runs[0]?.records).toHaveLength(1)
  })

  test('takes a whole step, however long it takes', async () => {
    const player = playerWith()
    await player.open([{ ...config, depth: 10, width: 30, steps: 3000, recordEvery: 300 }])
    await player.step()
    expect(player.runs[0]?.records.map(({ step }) => step)).toEqual([0, 300])
  })

  test('has one record of each seed in its band, however often the band is asked for', async () => {
    const player = playerWith()
    await player.open([config])
    await Promise.all([true, false, true, true].map((wanted) => player.band(wanted)))
    expect(player.runs[0]?.band).toHaveLength(bandSize)
  })

  test('a band that is taken away is gone at once, and the page is told', async () => {
    const sizes: (number | undefined)[] = []
    const player: RunPlayer = new RunPlayer(gradientFlow, () => {
      sizes.push(player.runs[0]?.band.length)
    })
    await player.open([config])
    await player.band(true)
    expect(sizes.at(-1)).toBe(bandSize)
    const told = sizes.length
    await player.band(false)
    expect(sizes.slice(told)).toEqual([0])
  })

  test('computes no band out of sight', async () => {
    const player = playerWith()
    await player.open([config])
    player.setVisible(false)
    const filled = player.band(true)
    await pause(50)
    expect(player.runs[0]?.band).toHaveLength(0)
    player.setVisible(true)
    await filled
    expect(player.runs[0]?.band).toHaveLength(bandSize)
  })

  test('ends as a fresh one does, whatever was pressed before', async () => {
    const fresh = (await runToEnd(gradientFlow, config)).fingerprint
    let state = 1
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    const player = playerWith()
    const pinned: Config[] = []
    const presses = [
      () => player.run(),
      () => player.step(),
      () => player.pause(),
      () => player.open([config, ...pinned], random(2) === 0),
      () => player.band(random(2) === 0),
      () => player.setVisible(random(2) === 0),
      () => pinned.splice(0, 4, { ...config, activation: 'tanh' }).length,
      () => pinned.splice(0).length,
    ]
    for (let i = 0; i < 300; i++) {
      void presses[random(presses.length)]?.()
      if (random(3) === 0) await pause(random(4))
    }
    player.setVisible(true)
    await player.open([config], false)
    await player.run()
    expectInStep(player)
    expect([player.phase, player.runs[0]?.fingerprint]).toEqual(['done', fresh])
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe.each([1, 2, 4])('with %d workers', (workers) => {
  const pooled = (
    experiment: typeof gradientFlow | typeof phaseMap,
    changed = (_: RunPlayer) => {},
  ) => {
    vi.stubGlobal('Worker', NearbyWorker)
    vi.stubGlobal('navigator', machine(workers + 1))
    const player: RunPlayer = new RunPlayer(experiment, () => changed(player), new WorkerPool())
    return player
  }
  const pulled = () =>
    NearbyWorker.made.map(({ posted }) => posted.filter(({ type }) => type === 'pull').length)

  test('compared runs are spread over them, go on in step, and end as each alone', async () => {
    const configs = [
      config,
      { ...config, depth: 8, width: 30 },
      { ...config, activation: 'relu' as const },
    ]
    const player = pooled(gradientFlow)
    await player.open(configs)
    await player.step()
    await player.step()
    expectInStep(player)
    expect(player.runs[0]?.records).toHaveLength(3)
    await player.run()
    const alone = await Promise.all(configs.map((one) => runToEnd(gradientFlow, one)))
    expect(player.runs.map(({ fingerprint }) => fingerprint)).toEqual(
      alone.map(({ fingerprint }) => fingerprint),
    )
    expect(NearbyWorker.made).toHaveLength(Math.min(3, workers))
  })

  test('a band has each seed in its place', async () => {
    const player = pooled(gradientFlow)
    await player.open([config])
    await player.band(true)
    const runs = repetitions(gradientFlow, config) as (typeof config)[]
    const firsts = await Promise.all(
      runs.map(async (one) => (await runToEnd(gradientFlow, { ...one, steps: 0 })).records[0]),
    )
    const losses = player.runs[0]?.band.map(({ loss }) => loss)
    expect(losses).toEqual(firsts.map((record) => record?.loss))
    expect(NearbyWorker.made).toHaveLength(workers)
    await pause(10)
    expect(NearbyWorker.made.flatMap(({ runs }) => runs)).toHaveLength(1) // the run itself, paused
  })

  test('a map stops at once, asks for nothing while it rests, and goes on where it was', async () => {
    // Large enough that it cannot be over before the pause comes, on the fastest machine.
    const map = { ...defaults(phaseMap.parameters), depth: 20, width: 48, resolution: 20 }
    let isFirst = true
    const player = pooled(phaseMap, ({ runs: tracks }) => {
      if (isFirst && (tracks[0]?.records.length ?? 0) > 24) player.pause()
    })
    await player.open([map])
    await player.run()
    isFirst = false
    const [track] = player.runs
    const reached = track?.records.length ?? 0
    expect([player.phase, reached < 20 * 20]).toEqual(['ready', true])
    const before = pulled()
    await pause(40)
    expect(pulled()).toEqual(before)
    expect(track?.records).toHaveLength(reached)
    player.setVisible(false)
    const rest = player.run()
    await pause(40)
    expect(pulled()).toEqual(before)
    player.setVisible(true)
    await rest
    const whole = await runToEnd(phaseMap, map)
    expect(player.phase).toBe('done')
    expect(track?.fingerprint).toBe(whole.fingerprint)
    expect(track?.records).toEqual(whole.records)
    expect(player.progress).toBe(1)
  })
})

describe('the share of work between two frames', () => {
  /** Milliseconds that pass on the page's clock with each record that a worker is asked for. */
  let cost = 0
  /** How many records each pull of the run itself asked for. */
  let strides: number[] = []

  class MeasuredWorker extends NearbyWorker {
    override postMessage(message: ToWorker): void {
      if (message.type === 'pull') {
        strides.push(message.limit.records)
        time += cost * message.limit.records
      }
      super.postMessage(message)
    }
  }
  let time = 0

  /** Two runs on two workers: they take turns on this page's clock, so that a record of both costs twice as much. */
  async function compared() {
    vi.stubGlobal('Worker', MeasuredWorker)
    vi.stubGlobal('navigator', machine(3))
    vi.stubGlobal('performance', { now: () => time })
    const long = { ...config, steps: 2000, depth: 1, width: 2 }
    const player = new RunPlayer(gradientFlow, () => {}, new WorkerPool())
    await player.open([long, { ...long, activation: 'relu' }])
    ;[strides, cost] = [[], 0]
    return player
  }

  /** One entry a frame: both runs are asked for the same number. */
  async function frames(player: RunPlayer, count: number): Promise<number[]> {
    strides = []
    const run = player.run()
    while (strides.length < 2 * count) await pause(1)
    player.pause()
    await run
    return strides.filter((_, i) => i % 2 === 0).slice(0, count)
  }

  test('grows to what fits a frame of 16 ms, and stays there', async () => {
    const player = await compared()
    cost = 1 // 8 records of both runs take 16 ms
    expect(await frames(player, 6)).toEqual([1, 4, 8, 8, 8, 8])
  })

  test('shrinks at once where a record becomes dear, down to one', async () => {
    const player = await compared()
    cost = 1
    await frames(player, 4)
    cost = 4 // 8 records of both take 64 ms, a quarter of that fits
    expect(await frames(player, 3)).toEqual([8, 2, 2])
    cost = 100
    expect(await frames(player, 4)).toEqual([2, 1, 1, 1])
  })

  test('is at most a thousand records, and begins anew with new runs', async () => {
    const player = await compared()
    expect(await frames(player, 6)).toEqual([1, 4, 16, 64, 256, 1000])
    await player.open(player.runs.map(({ config }) => config))
    expect(await frames(player, 2)).toEqual([1, 4])
  })
})

describe('what has become pointless', () => {
  test('steps asked for before a reset are not taken after it', async () => {
    const player = playerWith()
    await player.open([config])
    const steps = [player.step(), player.step(), player.step()]
    await player.open([config])
    await Promise.all(steps)
    expect(player.runs[0]?.records).toHaveLength(1)
    expect(player.phase).toBe('ready')
  })

  test('a run is not gone on with once another one is opened', async () => {
    const player = playerWith()
    await player.open([{ ...config, steps: 2000 }])
    const run = player.run()
    await pause(5)
    await player.open([{ ...config, activation: 'relu' }])
    await run
    await pause(20)
    expect(player.phase).toBe('ready')
    expect(player.runs.map((run) => [run.config['activation'], run.records.length])).toEqual([
      ['relu', 1],
    ])
  })

  test('of settings that follow one another quickly only the last is shown', async () => {
    const shown = new Set<unknown>()
    const player: RunPlayer = new RunPlayer(gradientFlow, () => {
      for (const { config } of player.runs) shown.add(config['activation'])
    })
    const activations = ['sigmoid', 'relu', 'tanh'] as const
    await Promise.all(activations.map((activation) => player.open([{ ...config, activation }])))
    expect([...shown]).toEqual(['tanh'])
  })

  test('a band that one seed cannot be computed for is given up', async () => {
    const seeds: number[] = []
    const { run } = gradientFlow
    const spied = vi.spyOn(gradientFlow, 'run').mockImplementation((config, ...rest) => {
      seeds.push(config.weightSeed)
      if (config.weightSeed === 3) throw new Error('expected: seed 3 cannot be computed')
      return run.call(gradientFlow, config, ...rest)
    })
    vi.stubGlobal('Worker', NearbyWorker)
    vi.stubGlobal('navigator', machine(3))
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
    const player = new RunPlayer(gradientFlow, () => {}, new WorkerPool())
    await player.open([{ ...config, weightSeed: 1 }])
    await player.band(true)
    expect(player.phase).toBe('failed')
    expect(player.runs[0]?.band).toHaveLength(2) // seeds 1 and 2
    expect(Math.max(...seeds)).toBeLessThanOrEqual(5) // what the other worker had begun by then
    expect(complaint).toHaveBeenCalledOnce()
    complaint.mockRestore()
    spied.mockRestore()
  })
})
