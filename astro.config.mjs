import { unified } from '@astrojs/markdown-remark'
import mdx from '@astrojs/mdx'
import preact from '@astrojs/preact'
import sitemap from '@astrojs/sitemap'
import { defineConfig } from 'astro/config'
import rehypeCitation from 'rehype-citation'
import rehypeKatex from 'rehype-katex'
import remarkMath from 'remark-math'
import { fontsInParts, formulaFontsInParts } from './scripts/fonts.mjs'
import { compileKernels } from './scripts/kernels.mjs'
import { classicScripts } from './src/build/classic-scripts.ts'
import { rehypeBibliography } from './src/markdown/bibliography.ts'
import { katexOptions, rehypeFormulas } from './src/markdown/formulas.ts'
import { rehypeNotes } from './src/markdown/notes.ts'
import { rehypeSections } from './src/markdown/sections.ts'
import { rehypeTerms } from './src/markdown/terms.ts'
import { searchIndex } from './src/search/build-index.ts'

await compileKernels()

const serif = (weight, style) => ({
  src: `@fontsource/source-serif-4/files/source-serif-4-latin-${weight}-${style}.woff2`,
  weight,
  style,
})

/** Astro reads its own directive before Rolldown, which warns for each chapter that it may get lost. */
function withoutAstroDirective(level, log, print) {
  const isAstros =
    log.code === 'MODULE_LEVEL_DIRECTIVE' && log.message.includes('"use astro:head-inject"')
  if (!isAstros) print(level, log)
}

export default defineConfig({
  site: process.env.SITE || undefined,
  base: process.env.BASE_PATH || '/',
  trailingSlash: 'always',
  // Its own, though node_modules may be shared by several checkouts.
  cacheDir: '.cache/astro',
  // The default, 'jsx', drops the space between inline elements that stand on two lines.
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never' },
  // A font or picture inlined as data: would need a looser policy than 'self'.
  // A worker of ES modules loads the digits only when a run needs them.
  vite: {
    plugins: [classicScripts(), formulaFontsInParts()],
    build: { assetsInlineLimit: 0, rolldownOptions: { onLog: withoutAstroDirective } },
    worker: { format: 'es' },
    // Small files that always go together compress better as one.
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  {
                    name: 'preact',
                    test: /node_modules\/(@astrojs\/)?preact|vite\/preload-helper/,
                  },
                ],
              },
            },
          },
        },
      },
    },
  },
  integrations: [
    mdx(),
    preact(),
    // Its addresses are absolute, so it needs to know where the site will stand.
    ...(process.env.SITE ? [sitemap({ filter: (page) => !page.includes('/embed/') })] : []),
    searchIndex(),
  ],
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      remarkPlugins: [remarkMath],
      rehypePlugins: [
        [
          rehypeCitation,
          {
            bibliography: 'content/references.bib',
            linkCitations: true,
            inlineClass: ['citation'],
          },
        ],
        rehypeBibliography,
        [rehypeKatex, katexOptions],
        rehypeFormulas,
        rehypeTerms,
        rehypeNotes,
        rehypeSections,
      ],
    }),
  },
  fonts: [
    {
      name: 'Source Serif 4',
      cssVariable: '--font-serif',
      provider: fontsInParts(),
      fallbacks: ['Charter', 'Cambria', 'Georgia', 'serif'],
      options: {
        variants: [serif(400, 'normal'), serif(600, 'normal'), serif(400, 'italic')],
      },
    },
  ],
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      // KaTeX places its glyphs with style attributes; no style element is loosened: those are allowed
      // from 'self', the default, and Astro warns where it is named beside a kind.
      styleDirective: { resources: [{ resource: "'unsafe-inline'", kind: 'attribute' }] },
    },
  },
})
