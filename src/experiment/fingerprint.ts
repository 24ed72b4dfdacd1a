import type { ExperimentRecord } from './experiment.ts'

/**
 * A short hash over records, equal wherever the same run gave the same bits: 64 bits as 16 hex digits,
 * two interleaved FNV-like streams of 32 bits (mixing constants of MurmurHash3). It tells runs apart;
 * it is no protection against forgery.
 */
export class Fingerprint {
  #low = 0x811c9dc5
  #high = 0x9747b28c
  readonly #number = new Float64Array(1)
  readonly #words = new Uint32Array(this.#number.buffer)

  /** Columns are taken in the order of their names, so the order in which a record was built is of no account. */
  add(record: ExperimentRecord): void {
    for (const name of Object.keys(record).sort()) {
      const value = record[name] as ExperimentRecord[string]
      this.#text(name)
      if (typeof value === 'string') this.#text(value)
      else if (typeof value === 'number') this.#add(value)
      else {
        this.#word(value.length)
        for (const number of value) this.#add(number)
      }
    }
  }

  toString(): string {
    const hex = (word: number) => (word >>> 0).toString(16).padStart(8, '0')
    return hex(this.#high) + hex(this.#low)
  }

  #add(value: number): void {
    this.#number[0] = Number.isNaN(value) ? Number.NaN : value // one NaN of the many that there are
    this.#word(this.#words[littleEndian ? 0 : 1] as number)
    this.#word(this.#words[littleEndian ? 1 : 0] as number)
  }

  #text(text: string): void {
    this.#word(text.length)
    for (let i = 0; i < text.length; i++) this.#word(text.charCodeAt(i))
  }

  #word(word: number): void {
    this.#low = Math.imul(this.#low ^ word, 0x85ebca6b)
    this.#low ^= this.#low >>> 15
    this.#high = Math.imul(this.#high ^ word ^ (this.#low << 1), 0xc2b2ae35)
    this.#high ^= this.#high >>> 13
  }
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

export function fingerprint(records: Iterable<ExperimentRecord>): string {
  const hash = new Fingerprint()
  for (const record of records) hash.add(record)
  return hash.toString()
}
