import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Description } from '../experiment/experiment.ts'
import { Conductor } from './run-player.ts'

/** A conductor that redraws the component as its runs go on, and rests while `root` is out of sight. */
export function useConductor(experiment: Description, root: RefObject<Element>): Conductor {
  const [, redraw] = useState(0)
  const conductor = useRef<Conductor | undefined>(undefined)
  conductor.current ??= new Conductor(experiment, () => redraw((n) => n + 1))
  useEffect(() => {
    const { current: driven } = conductor
    const observer = new IntersectionObserver(([entry]) =>
      driven?.see(entry?.isIntersecting ?? true),
    )
    if (root.current) observer.observe(root.current)
    return () => {
      observer.disconnect()
      driven?.close()
    }
  }, [])
  return conductor.current
}
