import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Chart } from '../charts/model/chart.ts'
import { toQuery } from '../experiment/link.ts'
import type { Setting, SettingSchema } from '../experiment/setting.ts'
import type { DataTables } from './DataTables.tsx'
import { save } from './save.ts'
import type { PlayerWords } from './words.ts'

interface Props {
  readonly title: string
  readonly addresses: { readonly page: string; readonly embed: string }
  readonly schema: SettingSchema
  readonly setting: Setting
  /** Empty while the figure is at rest: its table is in `children` until the same is computed. */
  readonly charts: readonly Chart[]
  readonly fingerprints: readonly string[]
  readonly isDone: boolean
  readonly words: PlayerWords
  /** Computes what a figure at rest shows, before it is exported. */
  readonly onNeed: () => Promise<void>
  /** A part of the code could not be fetched. */
  readonly onMissing: () => void
  readonly children?: ComponentChildren
}

/** What can be taken away: the link, the embed code, the data, the picture. */
export function Share({
  title,
  addresses,
  schema,
  setting,
  charts,
  fingerprints,
  isDone,
  words,
  onNeed,
  onMissing,
  children,
}: Props) {
  const { lab } = words
  // Loaded lazily: the tables of a long run cost more than its charts.
  const [Tables, setTables] = useState<typeof DataTables | undefined>(undefined)
  const [isEmbedding, setEmbedding] = useState(false)
  const [wasAtRest, setAtRest] = useState(true)
  const query = toQuery(schema, setting)
  const link = `${addresses.page}?${query}`
  return (
    <div class="share">
      <a href={link}>{lab.link}</a>
      <details class="scripted" onToggle={(event) => setEmbedding(event.currentTarget.open)}>
        <summary>{lab.embed}</summary>
        {isEmbedding && (
          <EmbedCode title={title} address={`${addresses.embed}?${query}`} words={lab} />
        )}
      </details>
      <details
        onToggle={async ({ currentTarget: { open } }) => {
          if (!open) return setTables(undefined)
          setAtRest(charts.length === 0)
          try {
            const [{ DataTables }] = await Promise.all([import('./DataTables.tsx'), onNeed()])
            setTables(() => DataTables)
          } catch {
            onMissing()
          }
        }}
      >
        <summary>{lab.data}</summary>
        <div class="data">
          {Tables && charts.length > 0 ? (
            <Tables title={title} charts={charts} words={lab} />
          ) : (
            wasAtRest && children
          )}
          {isDone && fingerprints.length > 0 && (
            <p>
              {lab.fingerprint} <code>{fingerprints.join(' ')}</code>
            </p>
          )}
        </div>
      </details>
      <details class="scripted" onToggle={(event) => event.currentTarget.open && void onNeed()}>
        <summary>{lab.image}</summary>
        <p>
          {charts.map((chart) => (
            <span key={chart.id} class="pictures">
              {chart.title}{' '}
              <button type="button" onClick={() => savePicture(chart, 'svg').catch(onMissing)}>
                SVG
              </button>{' '}
              <button type="button" onClick={() => savePicture(chart, 'png').catch(onMissing)}>
                PNG
              </button>
            </span>
          ))}
        </p>
      </details>
    </div>
  )
}

/** An iframe for a course page, and a button that copies it. */
function EmbedCode({
  title,
  address,
  words,
}: {
  title: string
  address: string
  words: PlayerWords['lab']
}) {
  const [copied, setCopied] = useState(false)
  const source = new URL(address, window.location.href).href
  const code = `<iframe src="${asAttribute(source)}" title="${asAttribute(title)}" width="100%" height="760" style="border:0" loading="lazy"></iframe>`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code)
      setCopied(true)
    } catch {
      setCopied(false) // refused, e.g. in a sandboxed frame: the text can still be selected
    }
  }
  return (
    <p class="embed-code">
      <textarea
        readOnly
        rows={4}
        aria-label={words.embedCode}
        value={code}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" onClick={copy}>
        {copied ? words.copied : words.copy}
      </button>
    </p>
  )
}

const asAttribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

async function savePicture(chart: Chart, kind: 'svg' | 'png'): Promise<void> {
  const { chartToPng, chartToSvg } = await import('../charts/export/picture.ts')
  const picture =
    kind === 'png'
      ? await chartToPng(chart, 2)
      : new Blob([chartToSvg(chart)], { type: 'image/svg+xml' })
  save(`${chart.id}.${kind}`, picture)
}
