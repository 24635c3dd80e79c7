import { assert, jsonValue, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentLimits, inboxLimits, parseLimited, type JsonLimits } from './json.ts'

const parse = (text: string, limits: JsonLimits = inboxLimits) => parseLimited(Buffer.from(text), limits)

describe('JSON from a stranger (interop rule 16)', () => {
  test('is read as JSON reads it', () => {
    const text = '{"a":[1,-2.5e3,"x\\"{[\\\\",null,true],"b":{"":{}},"é":"\\u00e9"}'
    expect(parse(text)).toEqual({ ok: true, value: JSON.parse(text) })
  })

  test('is read as JSON reads it, whatever it holds', () => {
    const limits = { ...inboxLimits, bytes: 1e9, nodes: 1e9 }
    assert(
      property(jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value, null, 1)
        if (/__proto__|constructor|prototype/.test(text)) return
        expect(parse(text, limits)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
    )
  })

  test('is read to the depth of 32 and not deeper', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(parse(nested(32)).ok).toBe(true)
    expect(parse(nested(33))).toEqual({ ok: false, reason: 'too deep' })
    expect(parse('{"a":'.repeat(33) + '1' + '}'.repeat(33))).toEqual({ ok: false, reason: 'too deep' })
  })

  test('nested a hundred thousand times is refused without a stack to overflow', () => {
    expect(parse('['.repeat(100_000))).toEqual({ ok: false, reason: 'too deep' })
    expect(parse('{"a":'.repeat(40_000))).toEqual({ ok: false, reason: 'too deep' })
  })

  test('with more than two thousand nodes is refused', () => {
    expect(parse(JSON.stringify(Array.from({ length: 1_998 }, () => 1))).ok).toBe(true)
    expect(parse(JSON.stringify(Array.from({ length: 2_001 }, () => 1)))).toEqual({
      ok: false,
      reason: 'too many nodes',
    })
    const members = Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`k${n}`, 1]))
    expect(parse(JSON.stringify(members))).toEqual({ ok: false, reason: 'too many nodes' })
  })

  test('is not counted by what stands in its strings', () => {
    const text = JSON.stringify({ content: ',:[{'.repeat(5_000) })
    expect(parse(text)).toEqual({ ok: true, value: JSON.parse(text) })
  })

  test('larger than 256 kB is refused before it is read', () => {
    expect(parse(`"${'a'.repeat(256 * 1024)}"`)).toEqual({ ok: false, reason: 'too large' })
  })

  test('that is not UTF-8 is refused', () => {
    expect(parseLimited(Buffer.from([0x22, 0xff, 0x22]), inboxLimits)).toEqual({
      ok: false,
      reason: 'not UTF-8',
    })
  })

  test.each(['', '{', '[1,]', '{"a"}', '"', '"\\', '{"a":1}}', ']', ',', ':', '{"a\\":1}', 'nul', "{'a':1}"])(
    '%j is refused as no JSON',
    (text) => {
      expect(parse(text)).toEqual({ ok: false, reason: 'not JSON' })
    },
  )

  test('has its long lists cut, not refused', () => {
    const object = {
      object: { tag: Array.from({ length: 200 }, (_, n) => n), attachment: Array(20).fill(0) },
    }
    const list = { orderedItems: Array.from({ length: 300 }, (_, n) => n) }
    const result = parse(JSON.stringify({ ...object, ...list, to: Array(300).fill('x') }))
    expect(result).toMatchObject({
      value: { object: { tag: { length: 64 }, attachment: { length: 16 } }, to: { length: 250 }, ...list },
    })
  })
})

describe('JSON with the names of prototypes in it (interop rule 32)', () => {
  test('has no effect', () => {
    const result = parse(
      '{"__proto__":{"admin":1},"a":[{"constructor":{"prototype":{"b":1}},"prototype":2,"c":3}]}',
    )
    expect(result).toEqual({ ok: true, value: { a: [{ c: 3 }] } })
    if (!result.ok) throw new Error(result.reason)
    expect(Object.hasOwn(Object(result.value), '__proto__')).toBe(false)
    expect(Object.assign({}, result.value)).not.toHaveProperty('admin')
  })

  test('has no effect when they are written with escapes', () => {
    const result = parse('{"__pr\\u006fto__":{"admin":1}}')
    expect(result.ok && Object.getOwnPropertyNames(result.value)).toEqual([])
  })
})

describe('a doubled key (interop rule 32)', () => {
  test.each(['{"a":1,"a":2}', '{"x":[{"a":1,"b":[],"\\u0061":2}]}', '{"a":{"a":1},"b":2,"a":3}'])(
    'refuses what is signed: %s',
    (text) => {
      expect(parse(text)).toEqual({ ok: false, reason: 'a doubled key' })
    },
  )

  test('is not seen where the same key stands in two objects, or as a value', () => {
    expect(parse('[{"a":"a"},{"a":["a","a"]},{"b":{"a":1},"a":1}]').ok).toBe(true)
  })

  test('of a document that was fetched counts as its last', () => {
    expect(parse('{"a":1,"a":2}', documentLimits)).toEqual({ ok: true, value: { a: 2 } })
  })
})
