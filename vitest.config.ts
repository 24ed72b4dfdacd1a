import { defineConfig } from 'vitest/config'
import { compileKernels } from './scripts/kernels.mjs'

await compileKernels()

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 180_000,
    // Node runs these as they are; Vite's rewriting of imports makes their inner loops many times slower.
    server: {
      deps: { external: [/\/src\/(core|experiment|experiments|diagnosis)\//] },
    },
  },
})
