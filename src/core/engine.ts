/**
 * Who does a network's heavy loops, and in whose memory. A kernel is a plain function over Float64Arrays;
 * an engine may have a faster twin of it, with the same bits, for the buffers that it allocated itself.
 */
export interface Engine {
  /** Zeros to work on. */
  allocate(length: number): Float64Array
  /** Whether twins can work on the buffer. */
  holds(buffer: Float64Array): boolean
  /** The fastest that does what the kernel does, for buffers that the engine holds: its twin, or itself. */
  twin<Kernel extends (...parts: never[]) => void>(kernel: Kernel): Kernel
}

/** The readable reference: the kernels themselves, anywhere. */
export const plainEngine: Engine = {
  allocate: (length) => new Float64Array(length),
  holds: () => true,
  twin: (kernel) => kernel,
}

/** Opens an engine with room for so many numbers in so many buffers, or the plain one if there is no room. */
export type OpenEngine = (numbers: number, buffers: number) => Engine

let open: OpenEngine = () => plainEngine

/** Networks made from now on run on such engines; the others stay as they are. */
export function useEngine(opener: OpenEngine): void {
  open = opener
}

export const openEngine: OpenEngine = (numbers, buffers) => open(numbers, buffers)
