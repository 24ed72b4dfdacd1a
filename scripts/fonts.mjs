/**
 * Splits each font into two files: the characters common in these pages, and the whole font. A browser
 * fetches the second only for a page with a character that the first lacks.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const { resolve } = createRequire(import.meta.url)
const folder = fileURLToPath(new URL('../.cache/fonts', import.meta.url))

/** Ranges of code points: ASCII, punctuation, Greek, and the symbols of the formulas. */
const common = [
  [0x20, 0x7e],
  [0xa0, 0xa0],
  [0xac, 0xac],
  [0xb0, 0xb3],
  [0xb7, 0xb9],
  [0xbc, 0xbe],
  [0xd7, 0xd7],
  [0xe9, 0xe9],
  [0x391, 0x3c9],
  [0x3d5, 0x3d5],
  [0x3f5, 0x3f5],
  [0x200b, 0x2026], // KaTeX puts a zero-width space into every vertical list
  [0x2032, 0x2032],
  [0x2190, 0x2193],
  [0x2202, 0x2202],
  [0x220f, 0x2212],
  [0x2217, 0x221e],
  [0x2223, 0x2225],
  [0x2248, 0x2248],
  [0x2260, 0x2265],
  [0x2299, 0x2299],
  [0x22a4, 0x22a4],
  [0x22c5, 0x22c5],
  [0x22ef, 0x22ef],
]
const range = (pairs) =>
  pairs
    .map((pair) => `U+${[...new Set(pair)].map((code) => code.toString(16)).join('-')}`)
    .join(',')
/** The complement of the common ranges. */
const rest = [...common, [0x110000]].map(([first], i) => [i ? common[i - 1][1] + 1 : 0, first - 1])

/** The two files of a font with their `unicode-range`; only the whole font if the common part is hardly smaller. */
async function parts(source) {
  const whole = resolve(source)
  const part = await commonPart(whole)
  if (statSync(part).size > 0.8 * statSync(whole).size) return [{ file: whole, subset: 'common' }]
  return [
    { file: part, unicodeRange: range(common), subset: 'common' },
    { file: whole, unicodeRange: range(rest), subset: 'rest' },
  ]
}

async function commonPart(file) {
  const bytes = readFileSync(file)
  const text = common
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
    .map((code) => String.fromCodePoint(code))
    .join('')
  const key = createHash('sha256').update(bytes).update(text).digest('hex').slice(0, 16)
  const part = `${folder}/${key}.woff2`
  if (!existsSync(part)) {
    mkdirSync(folder, { recursive: true })
    // Renamed into place, because a test run and a build may write it at the same time.
    const draft = `${part}.${process.pid}`
    writeFileSync(draft, await subsetFont(bytes, text, { targetFormat: 'woff2' }))
    renameSync(draft, part)
  }
  return part
}

/** A font provider of Astro whose families are files of packages: `variants` of weight, style and `src`. */
export const fontsInParts = () => ({
  name: 'fonts-in-parts',
  resolveFont: async ({ options: { variants } }) => ({
    fonts: (
      await Promise.all(
        variants.map(async ({ src, weight, style }) =>
          (
            await parts(src)
          ).map(({ file, unicodeRange, subset }) => ({
            src: [{ url: file }],
            weight,
            style,
            unicodeRange: unicodeRange && [unicodeRange],
            meta: { subset },
          })),
        ),
      )
    ).flat(),
  }),
})

/** A plugin of Vite: KaTeX's fonts in two parts each, as woff2 alone, which all our browsers read. */
export const formulaFontsInParts = () => ({
  name: 'formula-fonts-in-parts',
  enforce: 'pre',
  async transform(css, id) {
    if (!/katex(\.min)?\.css$/.test(id.split('?')[0])) return undefined
    const faces = /@font-face\s*{([^}]*?)src:\s*url\((fonts\/[^)]*woff2)\)[^}]*}/g
    const found = [...css.matchAll(faces)]
    if (found.length === 0) throw new Error(`expected @font-face rules with woff2 in ${id}`)
    const parted = new Map()
    for (const [face, descriptors, font] of found) {
      const rules = (await parts(`katex/dist/${font}`)).map(({ file, unicodeRange }) => {
        const url = relative(dirname(id), file).replaceAll('\\', '/')
        const only = unicodeRange ? `;unicode-range:${unicodeRange}` : ''
        return `@font-face{${descriptors}src:url(${url}) format("woff2")${only}}`
      })
      parted.set(face, rules.join(''))
    }
    return { code: css.replace(faces, (face) => parted.get(face)), map: null }
  },
})
