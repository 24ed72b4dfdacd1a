/**
 * A log of the reader's own: pasted, dropped or chosen, read in the page, and judged. The frame of the
 * experiments does not fit it, as there are no settings; charts, tables and what can be taken away do.
 */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { LiveChart } from '../../charts/canvas/LiveChart.tsx'
import { defaultSetting } from '../../experiment/setting.ts'
import { fill } from '../../i18n/fill.ts'
import { Announcement } from '../../player/Announcement.tsx'
import { Share } from '../../player/Share.tsx'
import type { PlayerWords } from '../../player/words.ts'
import type * as Answer from './answer.ts'
import { LogInput } from './LogInput.tsx'
import type { Messages } from './say.ts'

/** A log is judged as it is. */
const nothingToSet = { parameters: {}, view: {}, hasBand: false }

export interface DiagnosisProps {
  readonly words: PlayerWords<Messages>
  readonly title: string
  readonly addresses: { readonly page: string; readonly embed: string }
  readonly chapters: Readonly<Record<string, { readonly title: string; readonly href: string }>>
  /** The log that the figure shows at rest, and what was found in it at build time. */
  readonly sample: string
  readonly summary: string
  readonly findings?: ComponentChildren
  readonly drawingCount: number
  readonly chart1?: ComponentChildren
  readonly chart2?: ComponentChildren
  readonly chart3?: ComponentChildren
  readonly chart4?: ComponentChildren
  readonly table?: ComponentChildren
}

export default function Diagnosis(props: DiagnosisProps) {
  const { words, chapters } = props
  const { messages, numbers } = words
  const root = useRef<HTMLDivElement>(null)
  const newest = useRef(0)
  const [examined, setExamined] = useState<Answer.Examined | undefined>(undefined)
  const [answer, setAnswer] = useState<typeof Answer | undefined>(undefined)
  const [isReading, setReading] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const [isUnreadable, setUnreadable] = useState(false)
  useEffect(() => root.current?.setAttribute('data-hydrated', ''), [])

  /** The newest text wins; what is read of an older one is dropped. */
  async function read(text: string): Promise<void> {
    const turn = ++newest.current
    setUnreadable(false)
    if (text.trim() === '') {
      setExamined(undefined)
      setReading(false)
      return
    }
    setReading(true)
    const result = await examineNewest(text, turn)
    if (turn !== newest.current) return
    setReading(false)
    setExamined(result)
  }

  /** What reads and judges is fetched when there is something to read. */
  async function examineNewest(text: string, turn: number): Promise<Answer.Examined | undefined> {
    try {
      const parts = await import('./answer.ts')
      setAnswer(parts)
      return await parts.examine(text, messages, () => turn === newest.current)
    } catch {
      setMissing(true)
      return undefined
    }
  }

  const { reading, diagnosis, charts = [] } = examined ?? {}
  const drawings = [props.chart1, props.chart2, props.chart3, props.chart4]
  const count = examined ? charts.length : props.drawingCount
  return (
    <div class="lab" ref={root} data-phase={isReading ? 'running' : examined ? 'done' : 'rest'}>
      <LogInput
        messages={messages}
        sample={props.sample}
        onText={(text) => void read(text)}
        onUnreadable={() => setUnreadable(true)}
      />
      {isUnreadable && (
        <p class="notice" role="alert">
          {messages.noFile}
        </p>
      )}
      {reading && reading.troubleCount > 0 && (
        <div class="notice" role="alert">
          <p>
            {fill(reading.log ? messages.partlyRead : messages.notRead, {
              count: reading.troubleCount,
            })}
          </p>
          <ul>
            {reading.troubles.map((trouble, i) => (
              <li key={i}>{answer?.sayTrouble(trouble, messages)}</li>
            ))}
          </ul>
        </div>
      )}
      <div class={`charts charts-${count}`}>
        {Array.from({ length: count }, (_, i) => (
          <LiveChart key={charts[i]?.id ?? i} chart={charts[i]} onMissing={() => setMissing(true)}>
            {!examined && drawings[i]}
          </LiveChart>
        ))}
      </div>
      {isMissing && (
        <p class="notice" role="alert">
          {words.lab.notLoaded}
        </p>
      )}
      <Announcement text={status()} isRunning={isReading} />
      {!examined && props.findings}
      {answer && diagnosis && (
        <answer.Findings
          title={props.title}
          diagnosis={diagnosis}
          messages={messages}
          numbers={numbers}
          chapters={chapters}
        />
      )}
      <Share
        title={props.title}
        addresses={props.addresses}
        schema={nothingToSet}
        setting={defaultSetting(nothingToSet)}
        charts={charts}
        fingerprints={[]}
        isDone={true}
        words={words}
        onMissing={() => setMissing(true)}
        onNeed={async () => {
          if (!examined) await read(props.sample)
        }}
      >
        {props.table}
      </Share>
    </div>
  )

  function status(): string {
    if (isReading) return messages.reading
    if (!examined) return props.summary
    const log = reading?.log
    if (!log || !diagnosis) return messages.noLog
    const what = { layers: log.layers.length, steps: log.steps.length }
    return `${fill(messages.whatWasRead, what)} ${answer?.sayRun(diagnosis, messages, numbers) ?? ''}`
  }
}
