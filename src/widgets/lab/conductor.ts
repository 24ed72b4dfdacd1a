/** Drives the runs of one widget: opens them, runs, pauses, steps, and gathers their records. */
import { repetitions } from '../../experiments/band.ts'
import type { Description, ExperimentRecord } from '../../experiments/experiment.ts'
import type { Config } from '../../experiments/parameters.ts'
import { RunClient } from '../../experiments/runner/client.ts'
import type { Limit } from '../../experiments/runner/protocol.ts'

export interface Track {
  readonly config: Config
  readonly records: ExperimentRecord[]
  readonly band: ExperimentRecord[]
  done: boolean
  fingerprint: string
}

/** `rest`: the figure as it came. `failed`: a run could not be computed at all. */
export type Phase = 'rest' | 'opening' | 'ready' | 'running' | 'done' | 'failed'

/** Steps a second, or as fast as the machine allows. */
export type Pace = number | 'fast'

interface Lane {
  readonly client: RunClient
  readonly track: Track
}

export class Conductor {
  phase: Phase = 'rest'
  pace: Pace = 'fast'
  wantsBand = false
  readonly #experiment: Description
  readonly #changed: () => void
  #lanes: readonly Lane[] = []
  /** Raised by whatever makes work in progress pointless; each loop looks after every wait. */
  #generation = 0
  #next: readonly Config[] | undefined
  #opening: Promise<void> | undefined
  /** The last step asked for. */
  #stepping: Promise<void> = Promise.resolve()
  /** Raised by whatever makes a band in progress pointless. */
  #filling = 0
  #visible = true
  readonly #seen: (() => void)[] = []
  #pausing = false
  /** Cuts the wait for the next beat of a slow pace short. */
  #beat: (() => void) | undefined

  constructor(experiment: Description, changed: () => void) {
    this.#experiment = experiment
    this.#changed = changed
  }

  get tracks(): readonly Track[] {
    return this.#lanes.map(({ track }) => track)
  }

  get onMainThread(): boolean {
    return this.#lanes.some(({ client }) => client.onMainThread)
  }

  /** Starts anew with these configurations and shows the first record of each. The newest call wins. */
  open(configs: readonly Config[]): Promise<void> {
    this.#generation++
    this.#filling++
    this.#next = configs
    this.#opening ??= this.#openNewest().finally(() => {
      this.#opening = undefined
    })
    return this.#opening
  }

  async #openNewest(): Promise<void> {
    while (this.#next) {
      const configs: readonly Config[] = this.#next
      this.#next = undefined
      this.phase = 'opening'
      const lanes = configs.map((config) => this.#lane(config))
      const opened = await this.#guard(() =>
        Promise.all(lanes.map((lane) => this.#first(lane, () => !this.#next))),
      )
      if (opened && !this.#next) {
        this.#replace(lanes)
        this.#settle('ready')
      } else for (const { client } of lanes) client.stop()
    }
    if (this.wantsBand && this.phase !== 'failed') void this.#fillBands()
  }

  async run(): Promise<void> {
    await this.#stepping
    await this.#opening
    if (this.phase !== 'ready') return
    this.phase = 'running'
    this.#pausing = false
    const generation = ++this.#generation
    this.#changed()
    while (this.phase === 'running' && generation === this.#generation) {
      await this.#untilSeen()
      if (generation !== this.#generation) return
      const advance = () => Promise.all([this.#advance(this.#limit()), this.#wait()])
      if (!(await this.#guard(advance)) || generation !== this.#generation) return
      this.#settle(this.#pausing ? 'ready' : 'running')
    }
  }

  /** Stops once what was asked of the worker has come, so that nothing arrives after the pause. */
  pause(): void {
    this.#pausing = true
    this.#beat?.()
  }

  /** One record on, however long it takes. Steps asked for faster than they are done follow one another. */
  step(): Promise<void> {
    const generation = this.#generation
    this.#stepping = this.#stepping.then(() => this.#stepOnce(generation))
    return this.#stepping
  }

  async #stepOnce(generation: number): Promise<void> {
    await this.#opening
    const wanted = () => this.phase === 'ready' && generation === this.#generation
    const track = this.tracks.find(({ done }) => !done)
    if (!track) return
    const goal = track.records.length + 1
    while (wanted() && !track.done && track.records.length < goal) {
      if (!(await this.#guard(() => this.#advance({ records: 1, milliseconds: 40 })))) return
    }
    if (wanted()) this.#settle('ready')
  }

  /** Shows or hides the band over many seeds; computing it leaves the runs as they are. */
  async band(wanted: boolean): Promise<void> {
    this.wantsBand = wanted
    this.#filling++
    if (!wanted) for (const { track } of this.#lanes) track.band.length = 0
    this.#changed()
    if (wanted && this.#lanes.length > 0) await this.#fillBands()
  }

  /** Out of sight nothing is computed. */
  see(visible: boolean): void {
    this.#visible = visible
    if (visible) for (const goOn of this.#seen.splice(0)) goOn()
  }

  close(): void {
    this.#generation++
    this.#filling++
    this.#replace([])
  }

  #lane(config: Config): Lane {
    const client = new RunClient(this.#experiment.id, config)
    return { client, track: { config, records: [], band: [], done: false, fingerprint: '' } }
  }

  #replace(lanes: readonly Lane[]): void {
    for (const { client } of this.#lanes) client.stop()
    this.#lanes = lanes
  }

  async #first(lane: Lane, isWanted: () => boolean): Promise<void> {
    while (lane.track.records.length === 0 && !lane.track.done && isWanted()) {
      await this.#pull(lane, { records: 1, milliseconds: 40 })
    }
  }

  /** The first run goes as far as the limit allows, and the others as far as it: they are compared step by step. */
  async #advance(limit: Limit): Promise<void> {
    const [first, ...others] = this.#lanes.filter(({ track }) => !track.done)
    if (!first) return
    await this.#pull(first, limit)
    const reached = first.track.done ? Number.POSITIVE_INFINITY : first.track.records.length
    await Promise.all(others.map((lane) => this.#catchUp(lane, reached)))
  }

  async #catchUp(lane: Lane, reached: number): Promise<void> {
    const generation = this.#generation
    while (!lane.track.done && lane.track.records.length < reached) {
      const missing = Math.min(1000, reached - lane.track.records.length)
      await this.#pull(lane, { records: missing, milliseconds: 40 })
      if (generation !== this.#generation) return
    }
  }

  async #pull({ client, track }: Lane, limit: Limit) {
    const { records, done, fingerprint } = await client.pull(limit)
    track.records.push(...records)
    track.done = done
    track.fingerprint = fingerprint
  }

  #limit(): Limit {
    if (this.pace !== 'fast') return { records: 1, milliseconds: 1000 }
    return { records: 1000, milliseconds: 16 / Math.max(1, this.#lanes.length) }
  }

  /** To the next frame, or to the next beat of a slow pace. */
  #wait(): Promise<unknown> {
    if (this.pace === 'fast') return new Promise(requestAnimationFrame)
    return new Promise<void>((resolve) => {
      this.#beat = resolve
      setTimeout(resolve, 1000 / Number(this.pace))
    })
  }

  async #untilSeen(): Promise<void> {
    if (!this.#visible) await new Promise<void>((resolve) => this.#seen.push(resolve))
  }

  async #fillBands(): Promise<void> {
    const filling = ++this.#filling
    const isWanted = () => filling === this.#filling
    for (const { track } of this.#lanes) {
      track.band.length = 0
      for (const config of repetitions(this.#experiment, track.config)) {
        await this.#untilSeen()
        if (!isWanted()) return
        const lane = this.#lane(config)
        const pulled = await this.#guard(() => this.#first(lane, isWanted))
        lane.client.stop()
        if (!pulled || !isWanted()) return
        track.band.push(...lane.track.records)
        this.#changed()
      }
    }
    this.#changed()
  }

  #settle(phase: Phase): void {
    const over = this.#lanes.length > 0 && this.#lanes.every(({ track }) => track.done)
    this.phase = over ? 'done' : phase
    this.#changed()
  }

  /** Whether the work could be done; if not, the widget says so. */
  async #guard(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      console.error(error)
      this.#generation++
      this.phase = 'failed'
      this.#changed()
      return false
    }
  }
}
