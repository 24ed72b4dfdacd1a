/**
 * Running other programs: the project's root, its Node, and child processes. Uses only built-in modules of
 * Node 20, because it runs before anything is installed.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const inRoot = (...parts) => join(root, ...parts)

/** An error that the user can fix: its message is printed without a stack. */
export class UserError extends Error {}

const windows = process.platform === 'win32'
const children = new Set()

const ownNode = inRoot('node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
export const hasOwnNode = () => existsSync(ownNode)

/** The path of the project's own Node (24), or of the current one if it is new enough for the tools. */
export function projectNode() {
  if (hasOwnNode()) return ownNode
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 22)) return process.execPath
  throw new UserError(
    `The project's own Node is missing at ${ownNode}, and this one (${process.versions.node}) is older than 22.22.\n` +
      'Its npm package "node" fetches it by an install script: allow install scripts ' +
      '(npm config set ignore-scripts false), delete node_modules and run the command again.',
  )
}

/** Starts a child process in the project's root; it is stopped when this process is. */
export function start(command, args, options = {}) {
  const path = inRoot('node_modules', '.bin') + delimiter + (process.env.PATH ?? '')
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    ...options,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', PATH: path, ...options.env },
  })
  children.add(child)
  child.once('close', () => children.delete(child))
  return child
}

/** Runs a program to its end and returns its exit status; 127 if it could not be started. */
export function run(command, args, options) {
  return new Promise((done) => {
    const child = start(command, args, options)
    child.once('error', (error) => {
      console.error(`Could not start ${command}: ${error.message}`)
      done(127)
    })
    child.once('close', (code) => done(code ?? 1))
  })
}

/**
 * Runs a script of an installed package under the project's Node. One that rehype-citation brings still
 * asks for Node's own punycode, which no one here can change: Node is told not to warn of it (DEP0040).
 */
export const runScript = (script, args, options) =>
  run(
    projectNode(),
    ['--disable-warning=DEP0040', inRoot('node_modules', ...script.split('/')), ...args],
    options,
  )

/** The npm that called this, or the one on the PATH, which on Windows is a .cmd and needs a shell. */
export function npm(...args) {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env
  if (cli?.endsWith('npm-cli.js') && node) return run(node, [cli, ...args])
  return run('npm', args, { shell: windows })
}

for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal)
    process.exit(status)
  })
}

/** The entry point of every command: prints a UserError's message; other errors are bugs and keep their stack. */
export async function main(work) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    console.error(`\n${error.message}`)
    process.exitCode = 1
  }
}
