import { describe, expect, it } from 'vitest'
import english from '../../../content/en/numbers.json'
import {
  figures,
  inPercent as inPercentOf,
  inWords as inWordsOf,
  type NumberWords,
  significant,
} from '../../../src/charts/model/format.ts'

const inWords = (value: number, words: NumberWords = english, digits?: number) =>
  inWordsOf(value, words, digits)
const inPercent = (share: number) => inPercentOf(share, english)

describe('numbers in words', () => {
  it('have two significant digits and a word for the size', () => {
    expect(inWords(11_234_567)).toBe('11 million')
    expect(inWords(1_260_000_000)).toBe('1.3 billion')
    expect(inWords(999_600)).toBe('1 million')
    expect(inWords(12_345)).toBe('12,000')
    expect(inWords(230)).toBe('230')
    expect(inWords(0.02361)).toBe('0.024')
    expect(inWords(0.0011)).toBe('0.0011')
    expect(inWords(0)).toBe('0')
    expect(inWords(-4.04)).toBe('−4')
  })

  it('say a share in percent', () => {
    expect(inPercent(0.5249)).toBe('52\u00a0%')
    expect(inPercent(0.00078)).toBe('0.078\u00a0%')
  })

  it('turn to powers of ten where words end', () => {
    expect(inWords(1.23e-7)).toBe('1.2×10⁻⁷')
    expect(inWords(1e-10)).toBe('10⁻¹⁰')
    expect(inWords(4e18)).toBe('4×10¹⁸')
    expect(inWords(9.99e14)).toBe('10¹⁵')
  })

  it('turn to powers of ten below a thousandth, as rounded', () => {
    expect(inWords(0.001)).toBe('0.001')
    expect(inWords(0.00099)).toBe('9.9×10⁻⁴')
    expect(inWords(0.000996)).toBe('0.001')
    expect(inWords(-0.00099)).toBe('−9.9×10⁻⁴')
    expect(figures(0.001)).toBe('0.001')
    expect(figures(0.00099)).toBe('9.9×10⁻⁴')
    expect(figures(0.000996)).toBe('0.001')
    expect(figures(-0.0001)).toBe('−10⁻⁴')
  })

  it('turn to powers of ten from a hundred thousand on, as rounded', () => {
    expect(figures(99_000)).toBe('99000')
    expect(figures(99_499)).toBe('99000')
    expect(figures(99_500)).toBe('10⁵')
    expect(figures(-120_000)).toBe('−1.2×10⁵')
  })

  it('take the name of a size from that size on', () => {
    expect(inWords(994_000)).toBe('990,000')
    expect(inWords(1_000_000)).toBe('1 million')
    expect(inWords(1_000_000_000)).toBe('1 billion')
    expect(inWords(1e12)).toBe('1 trillion')
    expect(inWords(994e12)).toBe('990 trillion')
    expect(inWords(-2_500_000)).toBe('−2.5 million')
    expect(inWords(1234.5)).toBe('1,200')
    expect(inWords(1234.5, english, 5)).toBe('1,234.5')
  })

  it('say what is not a finite number', () => {
    expect(inWords(Number.NaN)).toBe('not a number')
    expect(inWords(-Infinity)).toBe('−infinity')
    expect(inWords(Infinity)).toBe('infinity')
    expect(figures(Infinity)).toBe('∞')
    expect(figures(-Infinity)).toBe('−∞')
    expect(figures(Number.NaN)).toBe('NaN')
  })

  it('take another language as a value', () => {
    const chinese: NumberWords = {
      sizes: [
        { from: 1e8, name: '亿' },
        { from: 1e4, name: '万' },
      ],
      space: '',
      group: ',',
      infinite: '无穷大',
      undefined: '非数',
      percent: '{value}%',
    }
    expect(inWords(11_234_567, chinese)).toBe('1100万')
    expect(inPercentOf(0.525, chinese)).toBe('53%')
  })

  it('are set with their exponent apart', () => {
    expect(significant(0.000_12)).toEqual({ text: '1.2×10', exponent: '−4' })
    expect(significant(1e6)).toEqual({ text: '10', exponent: '6' })
    expect(significant(0.2361, 3)).toEqual({ text: '0.236' })
  })
})
