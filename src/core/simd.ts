/**
 * The fast engine: the kernels' twins of `assembly/`, in WebAssembly, and networks' buffers in its memory.
 * The bits are those of the plain kernels, because both do the same operations in the same order.
 */
import type { Engine, OpenEngine } from './engine.ts'
import * as kernels from './kernels.ts'
import { adamStep } from './optimizers/adam.ts'
import { momentumStep, nesterovStep } from './optimizers/momentum.ts'
import { rmspropStep } from './optimizers/rmsprop.ts'
import { descend } from './optimizers/sgd.ts'

type Address = number
type MapTwin = (z: Address, a: Address, slope: Address, count: number, parameter: number) => void

type VelocityTwin = (...parts: [...Three, count: number, mu: number, rate: number]) => void

/** What `assembly/index.ts` exports; addresses are bytes. */
interface Exports extends WebAssembly.Exports {
  dataEnd(): Address
  linear(...parts: [...Four, batch: number, fanIn: number, fanOut: number]): void
  linearGradInput(...parts: [...Three, batch: number, fanIn: number, fanOut: number]): void
  linearGradParameters(...parts: [...Four, batch: number, fanIn: number, fanOut: number]): void
  multiply(...parts: [...Three, count: number]): void
  descend(value: Address, grad: Address, count: number, learningRate: number): void
  momentumStep: VelocityTwin
  nesterovStep: VelocityTwin
  rmspropStep(...parts: [...Three, count: number, ...settings: number[]]): void
  adamStep(...parts: [...Four, count: number, ...settings: number[]]): void
  rectify: MapTwin
  sigmoidMap: MapTwin
  tanhMap: MapTwin
  eluMap: MapTwin
  softplusMap: MapTwin
  seluMap: MapTwin
  geluMap: MapTwin
  siluMap: MapTwin
}
type Three = [Address, Address, Address]
type Four = [...Three, Address]

const page = 65536
/** Memory is had in pieces of 8 MB, or larger for a larger network; what is never touched costs nothing. */
const pieceSize = 128 * page
/** How far beyond the last buffer kernels read, at the most. */
const beyond = 32
/** What the module keeps for itself at the beginning of a piece, and what is read beyond its end. */
const ownRoom = 2 * page

/**
 * Compiles the module; fails where WebAssembly or its vectors are refused. The engines of several small
 * networks share a piece of memory, which the collector frees when none of their buffers is in use.
 */
export async function compileSimd(code: Uint8Array<ArrayBuffer>): Promise<OpenEngine> {
  const module = await WebAssembly.compile(code)
  let piece = new Piece(module, pieceSize)
  return (numbers, buffers) => {
    // Each buffer is rounded up to whole vectors.
    const size = 8 * numbers + 16 * buffers
    if (piece.free < size) piece = new Piece(module, Math.max(pieceSize, size + ownRoom))
    return piece.open(size)
  }
}

class Piece {
  readonly #buffer: ArrayBuffer
  readonly #twins: ReadonlyMap<unknown, unknown>
  #top: Address

  constructor(module: WebAssembly.Module, size: number) {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(size / page) })
    const { exports } = new WebAssembly.Instance(module, { env: { memory } })
    this.#buffer = memory.buffer
    this.#twins = twins(exports as Exports)
    this.#top = (exports as Exports).dataEnd()
    this.#top = upToVector(this.#top)
  }

  get free(): number {
    return this.#buffer.byteLength - this.#top - beyond
  }

  open(size: number): Engine {
    const buffer = this.#buffer
    const table = this.#twins
    let at = this.#top
    const end = at + size
    this.#top = upToVector(end)
    return {
      allocate(length) {
        const start = at
        at = upToVector(at + 8 * length)
        // A buffer elsewhere would be taken for one at its own address here.
        if (at > end)
          throw new Error(`expected room for ${length} numbers, came ${(end - start) / 8}`)
        return new Float64Array(buffer, start, length)
      },
      holds: (array) => array.buffer === buffer,
      twin: <Kernel>(kernel: Kernel) => (table.get(kernel) as Kernel | undefined) ?? kernel,
    }
  }
}

const upToVector = (address: Address): Address => (address + 15) & ~15

/** From each kernel to its twin, which takes addresses in place of buffers. */
function twins(fast: Exports): ReadonlyMap<unknown, unknown> {
  const linear: typeof kernels.linear = (inputs, weight, bias, out, batch, fanIn, fanOut) =>
    fast.linear(
      inputs.byteOffset,
      weight.byteOffset,
      bias.byteOffset,
      out.byteOffset,
      batch,
      fanIn,
      fanOut,
    )
  const linearGradInput: typeof kernels.linearGradInput = (
    delta,
    weight,
    out,
    batch,
    fanIn,
    fanOut,
  ) =>
    fast.linearGradInput(delta.byteOffset, weight.byteOffset, out.byteOffset, batch, fanIn, fanOut)
  const linearGradParameters: typeof kernels.linearGradParameters = (
    delta,
    inputs,
    gradWeight,
    gradBias,
    batch,
    fanIn,
    fanOut,
  ) =>
    fast.linearGradParameters(
      delta.byteOffset,
      inputs.byteOffset,
      gradWeight.byteOffset,
      gradBias.byteOffset,
      batch,
      fanIn,
      fanOut,
    )
  const multiply: typeof kernels.multiply = (x, y, out, count) =>
    fast.multiply(x.byteOffset, y.byteOffset, out.byteOffset, count)
  const descent: typeof descend = (value, grad, count, learningRate) =>
    fast.descend(value.byteOffset, grad.byteOffset, count, learningRate)
  const map = (twin: MapTwin): kernels.ActivationMap => {
    return (z, a, slope, count, parameter) =>
      twin(z.byteOffset, a.byteOffset, slope.byteOffset, count, parameter)
  }
  const velocity = (twin: VelocityTwin): typeof momentumStep => {
    return (value, grad, v, count, mu, rate) =>
      twin(value.byteOffset, grad.byteOffset, v.byteOffset, count, mu, rate)
  }
  const rmsprop: typeof rmspropStep = (value, grad, s, ...settings) =>
    fast.rmspropStep(value.byteOffset, grad.byteOffset, s.byteOffset, ...settings)
  const adam: typeof adamStep = (value, grad, m, s, ...settings) =>
    fast.adamStep(value.byteOffset, grad.byteOffset, m.byteOffset, s.byteOffset, ...settings)
  return new Map<unknown, unknown>([
    [kernels.linear, linear],
    [kernels.linearGradInput, linearGradInput],
    [kernels.linearGradParameters, linearGradParameters],
    [kernels.multiply, multiply],
    [descend, descent],
    [momentumStep, velocity(fast.momentumStep)],
    [nesterovStep, velocity(fast.nesterovStep)],
    [rmspropStep, rmsprop],
    [adamStep, adam],
    [kernels.rectify, map(fast.rectify)],
    [kernels.sigmoidMap, map(fast.sigmoidMap)],
    [kernels.tanhMap, map(fast.tanhMap)],
    [kernels.eluMap, map(fast.eluMap)],
    [kernels.softplusMap, map(fast.softplusMap)],
    [kernels.seluMap, map(fast.seluMap)],
    [kernels.geluMap, map(fast.geluMap)],
    [kernels.siluMap, map(fast.siluMap)],
  ])
}
