import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ExperimentMeta } from '../experiment/experiment.ts'
import { RunPlayer } from './run-player.ts'

/** A run player that redraws the component as its runs go on, and pauses while `root` is out of sight. */
export function useRunPlayer(experiment: ExperimentMeta, root: RefObject<Element>): RunPlayer {
  const [, redraw] = useState(0)
  const player = useRef<RunPlayer | undefined>(undefined)
  player.current ??= new RunPlayer(experiment, () => redraw((n) => n + 1))
  useEffect(() => {
    const { current: driven } = player
    const observer = new IntersectionObserver(([entry]) =>
      driven?.setVisible(entry?.isIntersecting ?? true),
    )
    if (root.current) observer.observe(root.current)
    return () => {
      observer.disconnect()
      driven?.close()
    }
  }, [])
  return player.current
}
