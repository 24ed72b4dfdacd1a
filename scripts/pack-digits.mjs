#!/usr/bin/env node
// Packs the digits of the UCI file (gzipped CSV: 64 counts from 0 to 16 and a label a line) into content/data/digits.json.
// Usage: node scripts/pack-digits.mjs digits.csv.gz
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const rows = gunzipSync(readFileSync(process.argv[2])).toString().trim().split('\n')
const packed = rows.map((row) => {
  const counts = row.trim().split(',')
  const label = counts.pop()
  return counts.map((count) => String.fromCharCode(97 + Number(count))).join('') + label
})
const contents = {
  about:
    '1,797 handwritten digits of 8 × 8 pixels. For each, 64 letters (a for 0 to q for 16), row by row, then its label.',
  source:
    'Alpaydin, E. and Kaynak, C. (1998). Optical Recognition of Handwritten Digits. UCI Machine Learning Repository. ' +
    'doi:10.24432/C50P49. The test part of that data set, repacked by scripts/pack-digits.mjs.',
  licence: 'CC BY 4.0',
  digits: packed.join(''),
}
writeFileSync('content/data/digits.json', `${JSON.stringify(contents, null, 2)}\n`)
