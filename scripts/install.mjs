/** The locked dependencies: there, or installed. npm's own record of what it installed is the stamp. */
import { readFileSync } from 'node:fs'
import { hasOwnNode, inRoot, npm, projectNode, Trouble } from './run.mjs'

export async function install() {
  if (installed()) return
  console.log('Installing the locked dependencies (npm ci) …')
  const status = await npm(
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    // Under Node 20 npm warns of each tool that wants a newer one: they run under the project's own.
    '--loglevel=error',
  )
  if (status === 0) {
    projectNode()
    return
  }
  throw new Trouble(
    status === 127
      ? 'npm was not found. It comes with Node: install Node 20 or newer from https://nodejs.org and try again.'
      : `npm ci failed with status ${status}; its message is above. It needs the network to reach the npm registry ` +
          'once (behind a proxy, set HTTPS_PROXY). Nothing else has been changed: run the same command again.' +
          (process.platform === 'win32'
            ? '\nIf a file was in use, delete the folder node_modules first.'
            : ''),
  )
}

/** True if what npm recorded in node_modules is what the lock file asks for. */
function installed() {
  const wanted = packages('package-lock.json')
  const present = packages('node_modules/.package-lock.json')
  if (!wanted || !present || !hasOwnNode()) return false
  const same = (path) => present[path]?.version === wanted[path]?.version
  // Optional packages are there or not by platform; all others have to be.
  return (
    Object.keys(present).every(same) &&
    Object.keys(wanted).every((path) => path === '' || wanted[path].optional || same(path))
  )
}

function packages(lock) {
  try {
    return JSON.parse(readFileSync(inRoot(lock), 'utf8')).packages
  } catch {
    return undefined
  }
}
