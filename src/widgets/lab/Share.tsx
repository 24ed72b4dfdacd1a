import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Chart } from '../../charts/chart.ts'
import { chartToTable, toCsv } from '../../charts/table.ts'
import type { Config, ParameterSchema } from '../../experiments/parameters.ts'
import { type Setting, toQuery } from '../../experiments/query.ts'
import { DataTable } from './DataTable.tsx'
import type { LabWords } from './words.ts'

interface Props {
  readonly title: string
  readonly addresses: { readonly page: string; readonly embed: string }
  readonly schema: ParameterSchema
  readonly setting: Setting<Config>
  /** None while the figure is at rest; then its table stands in `children`. */
  readonly charts: readonly Chart[]
  readonly fingerprints: readonly string[]
  readonly isDone: boolean
  readonly words: LabWords
  /** Computes the charts of a figure at rest, before something of theirs is taken away. */
  readonly onNeed: () => Promise<void>
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
  children,
}: Props) {
  const { lab } = words
  // A table of a thousand cells is dear to draw at every beat of a run, and mostly closed.
  const [isDataOpen, setDataOpen] = useState(false)
  const showData = ({ currentTarget: { open } }: { currentTarget: HTMLDetailsElement }) => {
    setDataOpen(open)
    if (open) void onNeed()
  }
  const query = toQuery(schema, setting)
  const link = `${addresses.page}?${query}`
  return (
    <div class="share">
      <a href={link}>{lab.link}</a>
      <details>
        <summary>{lab.embed}</summary>
        <EmbedCode title={title} address={`${addresses.embed}?${query}`} words={lab} />
      </details>
      <details onToggle={showData}>
        <summary>{lab.data}</summary>
        <div class="data">
          {charts.length === 0
            ? children
            : isDataOpen &&
              charts.map((chart) => (
                <DataTable
                  key={chart.id}
                  title={title}
                  caption={chart.title}
                  {...chartToTable(chart, lab.bandEnds)}
                />
              ))}
          <p>
            {charts.map((chart) => (
              <button
                key={chart.id}
                type="button"
                onClick={() => save(`${chart.id}.csv`, csv(chart))}
              >
                CSV, {chart.title}
              </button>
            ))}
          </p>
          {isDone && fingerprints.length > 0 && (
            <p>
              {lab.fingerprint} <code>{fingerprints.join(' ')}</code>
            </p>
          )}
        </div>
      </details>
      <details onToggle={(event) => event.currentTarget.open && void onNeed()}>
        <summary>{lab.image}</summary>
        <p>
          {charts.map((chart) => (
            <span key={chart.id} class="pictures">
              {chart.title}{' '}
              <button type="button" onClick={() => void savePicture(chart, 'svg')}>
                SVG
              </button>{' '}
              <button type="button" onClick={() => void savePicture(chart, 'png')}>
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
  words: LabWords['lab']
}) {
  const [copied, setCopied] = useState(false)
  const source =
    typeof window === 'undefined' ? address : new URL(address, window.location.href).href
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

const csv = (chart: Chart) => new Blob([toCsv(chartToTable(chart))], { type: 'text/csv' })

async function savePicture(chart: Chart, kind: 'svg' | 'png'): Promise<void> {
  const { chartToPng, chartToSvg } = await import('../../charts/export.ts')
  const picture =
    kind === 'png'
      ? await chartToPng(chart, 2)
      : new Blob([chartToSvg(chart)], { type: 'image/svg+xml' })
  save(`${chart.id}.${kind}`, picture)
}

function save(name: string, content: Blob): void {
  const anchor = document.createElement('a')
  anchor.href = URL.createObjectURL(content)
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000)
}
