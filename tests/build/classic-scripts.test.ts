import { describe, expect, test } from 'vitest'
import { bundle } from '../../src/build/classic-scripts.ts'

describe('a classic script', () => {
  const script = bundle('src/client/pre-hydration.ts')

  test('holds what it imports, and needs no module', async () => {
    const { code } = await script
    for (const part of ['click', 'toggle', 'astro:hydrate', 'astro:hydration-error'])
      expect(code).toContain(part)
    expect(code).not.toMatch(/\b(import|export)\b/)
    expect(() => new Function(code)).not.toThrow()
  })

  test('leaves nothing in the global scope', async () => {
    const { code } = await script
    expect(code).toMatch(/^\(function\(\)\s*\{.*\}\)\(\);?\s*$/s)
  })
})
