/** Where the two builds under test lie and are served. Nothing is read: the config loads without a build. */
const folder = process.env.SITE_FOLDER ?? '.cache/site'
const baseFolder = process.env.SITE_BASE_FOLDER ?? '.cache/site-base'

function site(served: string, base: string, port: number) {
  return { served, base, port, address: `http://localhost:${port}${base}` }
}

export const sites = {
  root: site(folder, '/', Number(process.env.SITE_PORT ?? 4331)),
  base: site(baseFolder, '/where-gradients-go/', Number(process.env.SITE_BASE_PORT ?? 4332)),
}

export type Site = typeof sites.root
