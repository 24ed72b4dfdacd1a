/**
 * Compiles src/core/assembly to WebAssembly, as a module that holds the bytes in base64, unless a module of
 * the same sources and compiler exists.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = 'src/core/assembly'
const compiled = `${root}${folder}/compiled.ts`

/** No relaxed SIMD: its fused operations give different bits on different machines. */
const options = [
  `${folder}/index.ts`,
  '--baseDir',
  root,
  '--outFile',
  'kernels.wasm',
  '--runtime',
  'stub',
  '--importMemory',
  '--zeroFilledMemory',
  '--noAssert',
  '--enable',
  'simd',
  '-O3',
]

export async function compileKernels() {
  const stamp = `// ${fingerprint()}\n`
  if (existsSync(compiled) && readFileSync(compiled, 'utf8').startsWith(stamp)) return
  const asc = await import('assemblyscript/asc')
  let code
  const { error, stderr } = await asc.main(options, {
    writeFile(_, content) {
      code = content
    },
  })
  if (error) throw new Error(`${folder} does not compile: ${error.message}\n${stderr.toString()}`)
  const text = `${stamp}const text = '${Buffer.from(code).toString('base64')}'\nexport default Uint8Array.from(atob(text), (c) => c.charCodeAt(0))\n`
  // Renamed into place, because a test run and a build may write it at the same time.
  const draft = `${compiled}.${process.pid}`
  writeFileSync(draft, text)
  renameSync(draft, compiled)
}

function fingerprint() {
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'))
  const { version } = packages['node_modules/assemblyscript']
  const hash = createHash('sha256').update(`${version} ${options.slice(3).join(' ')}`)
  for (const name of sources()) hash.update(name).update(readFileSync(`${root}${folder}/${name}`))
  return hash.digest('hex')
}

const sources = () =>
  readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith('.ts') && name !== 'compiled.ts')
    .sort()
