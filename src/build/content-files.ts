/** The JSON files of content/, as they stand there: whoever reads one checks it by its schema. */
const files = import.meta.glob(['../../content/**/*.json', '!../../content/data/**'], {
  eager: true,
  import: 'default',
})

const contents = new Map(
  Object.entries(files).map(([path, content]) => [path.replace('../../', ''), content]),
)

export const hasContent = (path: string): boolean => contents.has(path)

/** `content/en/strings.json` → what it holds. */
export function readContent(path: string): unknown {
  if (contents.has(path)) return contents.get(path)
  throw new Error(`expected a file ${path}`)
}

/** The paths that match a pattern with one group, by what the group matches. */
export function contentFiles(pattern: RegExp): ReadonlyMap<string, string> {
  const found = [...contents.keys()].flatMap((path) => {
    const [, name] = pattern.exec(path) ?? []
    return name === undefined ? [] : [[name, path] as const]
  })
  return new Map(found)
}
