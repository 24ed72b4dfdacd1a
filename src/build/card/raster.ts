/**
 * SVG to PNG. The fonts are files of a package and the rasteriser is one of WebAssembly, so that a
 * picture is the same on every machine that builds the site.
 */
import { readFile } from 'node:fs/promises'
import { initWasm, Resvg, type ResvgRenderOptions } from '@resvg/resvg-wasm'

export const family = 'Source Serif 4'
const faces = ['400Regular', '600SemiBold']

let tools: Promise<Uint8Array[]> | undefined

async function load(): Promise<Uint8Array[]> {
  await initWasm(readFile('node_modules/@resvg/resvg-wasm/index_bg.wasm'))
  const folder = 'node_modules/@expo-google-fonts/source-serif-4'
  return Promise.all(faces.map((face) => readFile(`${folder}/${face}/SourceSerif4_${face}.ttf`)))
}

/** As an answer of an endpoint. */
export async function pngResponse(svg: string, options?: ResvgRenderOptions): Promise<Response> {
  tools ??= load()
  const font = { fontBuffers: await tools, defaultFontFamily: family }
  const png = new Resvg(svg, { font, ...options }).render().asPng()
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } })
}
