/** The mark for a phone's home screen, which rounds the corners: with room around it, on paper. */
import { readFile } from 'node:fs/promises'
import { pngResponse } from '../build/card/raster.ts'

export async function GET() {
  const mark = await readFile('public/favicon.svg', 'utf8')
  const roomy = mark.replace('viewBox="0 0 32 32"', 'viewBox="-6 -6 44 44"')
  return pngResponse(roomy, { background: '#fcfbf8', fitTo: { mode: 'width', value: 180 } })
}
