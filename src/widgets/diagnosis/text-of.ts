/** A file's text: UTF-8, unless it begins with the mark of UTF-16, which spreadsheets and shells of Windows write. */
export function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2))
  const isBig = first === 0xfe && second === 0xff
  const isLittle = first === 0xff && second === 0xfe
  return new TextDecoder(isBig ? 'utf-16be' : isLittle ? 'utf-16le' : 'utf-8').decode(bytes)
}
