import { shells } from './shells.ts'

const tag = /<([A-Z]\w*)\b[^>]*?\sfigure="([^"]+)"/g

/** The figures that a chapter's source shows, in order; other components only point to one. */
export function figuresIn(source: string): string[] {
  const names = [...source.matchAll(tag)]
    .filter(([, component = '']) => component in shells)
    .map(([, , name]) => name ?? '')
  return [...new Set(names)]
}
