import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toJson, toStorable } from './text.ts'

it('replaces what PostgreSQL cannot keep, and keeps every offset', () => {
  expect(toStorable('a\0b\uD83Dc\uDE00d\u{1F600}')).toBe('a\uFFFDb\uFFFDc\uFFFDd\u{1F600}')
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => toStorable(text).length === text.length))
})

it('writes JSON without escapes that PostgreSQL refuses', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => !/\\u(?:0000|d[89a-f])/i.test(toJson(value)) || JSON.stringify(value).includes('\\\\u')))
  expect(JSON.parse(toJson({ a: ['\0', { b: 'x\uD800' }] }))).toEqual({ a: ['\uFFFD', { b: 'x\uFFFD' }] })
  expect(toJson({ b: 1, a: 'ü' })).toBe('{"b":1,"a":"ü"}')
})
