import { Select } from './controls/Select.tsx'
import type { Pace, RunPlayer } from './run-player.ts'
import type { PlayerWords } from './words.ts'

interface Props {
  readonly id: string
  readonly player: RunPlayer
  readonly actions: {
    readonly run: () => void
    readonly pause: () => void
    readonly step: () => void
    readonly reset: () => void
    readonly pin: () => void
    readonly unpin: () => void
    readonly band: () => void
    readonly pace: (pace: Pace) => void
  }
  readonly words: PlayerWords['lab']
  readonly canRun: boolean
  readonly canPin: boolean
  readonly canUnpin: boolean
  /** Whether the band is shown; undefined where the experiment has none. */
  readonly hasBand: boolean | undefined
  readonly look:
    | { readonly last: number; readonly at: number; readonly onChange: (step: number) => void }
    | undefined
}

const paces: readonly Pace[] = [2, 10, 'fast']

/** The buttons right under the chart, where they stay in view while something changes. */
export function RunBar({
  id,
  player,
  actions,
  words,
  canRun,
  canPin,
  canUnpin,
  hasBand,
  look,
}: Props) {
  const isRunning = player.phase === 'running'
  const isUnderWay = player.progress !== undefined && player.phase !== 'done'
  return (
    <div class="run-bar">
      {canRun && (
        <>
          <button type="button" class="go" onClick={isRunning ? actions.pause : actions.run}>
            {isRunning ? words.pause : words.run}
          </button>
          <button type="button" onClick={actions.step} disabled={player.phase === 'done'}>
            {words.step}
          </button>
          <button type="button" onClick={actions.reset}>
            {words.reset}
          </button>
        </>
      )}
      <button type="button" onClick={actions.pin} disabled={!canPin}>
        {words.pin}
      </button>
      {canUnpin && (
        <button type="button" onClick={actions.unpin}>
          {words.unpin}
        </button>
      )}
      {hasBand !== undefined && (
        <button type="button" aria-pressed={hasBand} onClick={actions.band}>
          {words.band}
        </button>
      )}
      {isUnderWay && <progress max={1} value={player.progress} aria-label={words.progress} />}
      {canRun && !player.hasParts && (
        <div class="pace">
          <label for={`${id}-pace`}>{words.pace}</label>
          <Select
            id={`${id}-pace`}
            options={paces}
            value={player.pace}
            words={words.paces}
            onChange={actions.pace}
          />
        </div>
      )}
      {look && (
        <label class="look-back">
          {words.lookBack}{' '}
          <input
            type="range"
            min={0}
            max={look.last}
            step={1}
            value={look.at}
            aria-valuetext={String(look.at)}
            onInput={(event) => look.onChange(Number(event.currentTarget.value))}
          />
          <output>{look.at}</output>
        </label>
      )}
    </div>
  )
}
