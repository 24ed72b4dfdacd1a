/** Installs the locked dependencies unless npm's own record in node_modules matches the lock file. */
import { readFileSync } from 'node:fs'
import { hasOwnNode, inRoot, npm, projectNode, UserError } from './run.mjs'

export async function install() {
  if (installed()) return
  console.log('Installing the locked dependencies (npm ci) …')
  const status = await npm(
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    // Under Node 20 npm warns about tools that need a newer one, but they run under the project's own Node.
    '--loglevel=error',
  )
  if (status === 0) {
    projectNode()
    return
  }
  throw new UserError(
    status === 127
      ? 'npm was not found. It comes with Node: install Node 20 or newer from https://nodejs.org and try again.'
      : `npm ci failed with status ${status}; its message is above. It needs the network to reach the npm registry ` +
          'once (behind a proxy, set HTTPS_PROXY). Nothing else has been changed: run the same command again.' +
          (process.platform === 'win32'
            ? '\nIf a file was in use, delete the folder node_modules first.'
            : ''),
  )
}

/** Whether npm's record in node_modules matches the lock file. */
function installed() {
  const wanted = packages('package-lock.json')
  const present = packages('node_modules/.package-lock.json')
  if (!wanted || !present || !hasOwnNode()) return false
  const same = (path) => present[path]?.version === wanted[path]?.version
  // Optional packages depend on the platform; all others are required.
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
