import fc from 'fast-check'
import type { Config, Parameter, ParameterSchema, Value } from '../../src/experiment/parameters.ts'

/** Any configuration that a schema allows. */
export function arbitraryConfig<C extends Config>(schema: ParameterSchema<C>): fc.Arbitrary<C> {
  return fc.record(arbitraries(schema)) as fc.Arbitrary<C>
}

/** Some of a configuration: what a pinned run fixes. */
export function arbitraryPart<C extends Config>(
  schema: ParameterSchema<C>,
): fc.Arbitrary<Partial<C>> {
  return fc.record(arbitraries(schema), { requiredKeys: [] }) as fc.Arbitrary<Partial<C>>
}

const arbitraries = (schema: ParameterSchema): Record<string, fc.Arbitrary<Value>> =>
  Object.fromEntries(
    Object.entries(schema).map(([name, parameter]) => [name, arbitraryValue(parameter)]),
  )

function arbitraryValue(parameter: Parameter): fc.Arbitrary<Value> {
  if (parameter.kind === 'choice') return fc.constantFrom(...parameter.options)
  if (parameter.kind === 'number') return arbitraryNumber(parameter)
  const [minLength, maxLength] = parameter.length
  return fc.array(arbitraryNumber(parameter), { minLength, maxLength })
}

function arbitraryNumber({ min, max, step }: { min: number; max: number; step: number }) {
  if (step === 1) return fc.integer({ min, max })
  // Zero has two signs and one spelling, so only one of them is a configuration.
  return fc.double({ min, max, noNaN: true }).map((x) => (x === 0 ? 0 : x))
}

/** Whether a value is one that the parameter allows: written out once more, for tests only. */
export function isWithin(parameter: Parameter, value: unknown): boolean {
  if (parameter.kind === 'choice') return parameter.options.some((option) => option === value)
  const isNumber = (x: unknown) =>
    typeof x === 'number' &&
    x >= parameter.min &&
    x <= parameter.max &&
    (parameter.step !== 1 || Number.isInteger(x))
  if (parameter.kind === 'number') return isNumber(value)
  return (
    Array.isArray(value) &&
    value.length >= parameter.length[0] &&
    value.length <= parameter.length[1] &&
    value.every(isNumber)
  )
}
