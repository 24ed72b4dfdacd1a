import { figures, type NumberWords } from '../../charts/model/format.ts'
import { verdicts } from '../../diagnosis/limits.ts'
import type { Diagnosis } from '../../diagnosis/verdict.ts'
import { type Messages, sayReason, sayVerdict } from './say.ts'

interface Props {
  /** Tells the tables of a page apart. */
  readonly title: string
  readonly diagnosis: Diagnosis
  readonly messages: Messages
  readonly numbers: NumberWords
  /** By verdict: where the book explains it, if that page exists. */
  readonly chapters: Readonly<Record<string, { readonly title: string; readonly href: string }>>
}

/** What to try for each verdict that was found, and the verdict of each layer with its reason. */
export function Findings({ title, diagnosis, messages, numbers, chapters }: Props) {
  const { run, layers } = diagnosis
  const told = verdicts.filter(
    (verdict) => verdict === run.verdict || layers.some((one) => one.verdict === verdict),
  )
  const tries = told.filter((verdict) => verdict !== 'healthy' || told.length === 1)
  return (
    <div class="findings">
      <dl>
        {tries.map((verdict) => (
          <div key={verdict}>
            <dt>{sayVerdict(verdict, messages)}</dt>
            <dd>
              {messages.try[verdict]}{' '}
              {chapters[verdict] && <a href={chapters[verdict].href}>{chapters[verdict].title}</a>}
            </dd>
          </div>
        ))}
      </dl>
      <section class="table-scroll" tabIndex={0} aria-label={`${title}: ${messages.byLayer}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">{messages.layerColumn}</th>
              <th scope="col">{messages.normColumn}</th>
              <th scope="col">{messages.verdictColumn}</th>
              <th scope="col">{messages.reasonColumn}</th>
            </tr>
          </thead>
          <tbody>
            {layers.map((layer, i) => (
              <tr key={i} class={layer.verdict === 'healthy' ? 'sound' : 'ill'}>
                <th scope="row">{layer.layer || messages.network}</th>
                <td>{figures(layer.numbers.norm ?? Number.NaN)}</td>
                <td>{sayVerdict(layer.verdict, messages)}</td>
                <td>{sayReason(layer, messages, numbers)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
