import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { fontsInParts, formulaFontsInParts } from '../../scripts/fonts.mjs'

const katex = fileURLToPath(new URL('../../node_modules/katex/dist/katex.min.css', import.meta.url))
const face = (font: string) =>
  `@font-face{font-display:block;font-family:K;src:url(fonts/${font}.woff2) format("woff2"),url(fonts/${font}.woff) format("woff")}`

const transformed = async (css: string): Promise<string> =>
  (await formulaFontsInParts().transform(css, katex))?.code

/** The code points of a `unicode-range`. */
function points(range: string): Set<number> {
  const all = new Set<number>()
  for (const part of range.split(',')) {
    const [first = 0, last = first] = part
      .trim()
      .slice(2)
      .split('-')
      .map((code) => Number.parseInt(code, 16))
    for (let code = first; code <= last; code++) all.add(code)
  }
  return all
}

test('a font of formulas comes as a small common part and the whole for the rest', async () => {
  const code = await transformed(`.k{}${face('KaTeX_Main-Regular')}`)
  const rules = [...code.matchAll(/src:url\(([^)]*)\)[^}]*unicode-range:([^}]*)/g)]
  expect(rules).toHaveLength(2)
  const [common, whole] = rules.map(([, url = '']) => statSync(resolve(dirname(katex), url)).size)
  expect(common).toBeLessThan(0.8 * (whole ?? 0))
  const [ofCommon, ofRest] = rules.map(([, , range = '']) => points(range))
  // Between them every code point, and none twice.
  expect((ofCommon?.size ?? 0) + (ofRest?.size ?? 0)).toBe(0x110000)
  expect([...(ofCommon ?? [])].filter((code) => ofRest?.has(code))).toEqual([])
  expect(code).toMatch(/^\.k{}/)
  expect(code).not.toMatch(/\.woff\)/)
})

test('a font that is common as it is stays whole', async () => {
  const code = await transformed(face('KaTeX_Math-Italic'))
  expect(code.match(/@font-face/g)).toHaveLength(1)
  expect(code).not.toContain('unicode-range')
})

test('other style sheets are left alone, and a KaTeX without its rules is noticed', async () => {
  expect(await formulaFontsInParts().transform('a{}', '/site/page.css')).toBeUndefined()
  await expect(transformed('a{}')).rejects.toThrow(/expected @font-face rules/)
})

test('running text has its fonts in parts, which are files', async () => {
  const src = '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2'
  const { fonts } = await fontsInParts().resolveFont({
    options: { variants: [{ src, weight: 400, style: 'normal' }] },
  })
  expect(fonts.map(({ meta }) => meta.subset)).toEqual(['common', 'rest'])
  for (const { src } of fonts) expect(existsSync(src[0]?.url ?? '')).toBe(true)
})
