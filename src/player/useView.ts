/** What draws a widget's runs, fetched once the widget is hydrated; until then its figure stands as it was built. */
import { useEffect, useState } from 'preact/hooks'
import type { AnyView } from '../widgets/view.ts'
import { loadView } from '../widgets/views.ts'
import type { Overlay } from './open-points.tsx'

interface Loaded {
  readonly view: AnyView
  /** What lies over the charts of a map, whose points can be opened. */
  readonly overlay: Overlay | undefined
}

/** Undefined until the code has come; `onMissing` is called if it does not. */
export function useView(id: string, onMissing: () => void): Loaded | undefined {
  const [loaded, setLoaded] = useState<Loaded | undefined>(undefined)
  useEffect(() => {
    load(id).then(setLoaded, onMissing)
  }, [])
  return loaded
}

async function load(id: string): Promise<Loaded> {
  const view = await loadView(id)
  return { view, overlay: view.pointAt && (await import('./open-points.tsx')).openPoints }
}
