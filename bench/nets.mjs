/** The networks of the benchmark, and the series in which one dimension of a network grows. */
const times = (count, width) => Array.from({ length: count }, () => width)

export const nets = [
  { name: '2-16×20-2', sizes: [2, ...times(20, 16), 2], batch: 32 },
  { name: '64-30×4-10', sizes: [64, ...times(4, 30), 10], batch: 32 },
  { name: '784-100-10', sizes: [784, 100, 10], batch: 32 },
  { name: '16-64×30-10', sizes: [16, ...times(30, 64), 10], batch: 64 },
]

const grown = (depth, width, batch, networks = 1) => ({
  sizes: [64, ...times(depth, width), 10],
  batch,
  networks,
})

/** One dimension grows; the others stay at 12 layers of 32 units, batches of 32, one network. */
export const growth = {
  depth: [1, 2, 5, 10, 20, 40].map((x) => [x, grown(x, 32, 32)]),
  width: [4, 8, 16, 32, 64, 128, 256].map((x) => [x, grown(12, x, 32)]),
  batch: [1, 2, 8, 32, 128, 512].map((x) => [x, grown(12, 32, x)]),
  networks: [1, 2, 5, 10, 20].map((x) => [x, grown(12, 32, 32, x)]),
}
