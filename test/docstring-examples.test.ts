import { readFileSync, readdirSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('../shared', import.meta.url).pathname
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
const modules = await Promise.all(
  files.map(async (name) => ({ name, exports: (await import(join(root, name))) as Record<string, unknown> })),
)
const scope: Record<string, unknown> = Object.assign({}, ...modules.map((one) => one.exports))

type Example = { readonly title: string; readonly code: string; readonly shown: string }

/** The statements of every `@example`, each ending in `// => value`, after which a remark in brackets may follow. */
function examplesOf(name: string): readonly Example[] {
  const text = readFileSync(join(root, name), 'utf8')
  const found: Example[] = []
  for (const block of text.matchAll(/\/\*\*([\s\S]*?)\*\/\s*(?:export )?(?:async )?(?:function\*? |const |type |class )?(\w+)?/g)) {
    const lines = (block[1] ?? '').split('\n').map((line) => line.replace(/^\s*\*? ?/, ''))
    const start = lines.findIndex((line) => line.startsWith('@example'))
    if (start < 0) continue
    const body = lines.slice(start + 1)
    const end = body.findIndex((line) => line.startsWith('@'))
    let code: string[] = []
    for (const line of end < 0 ? body : body.slice(0, end)) {
      const match = /^(.*?)\/\/ => (.+)$/.exec(line)
      if (match === null) {
        code.push(line)
        continue
      }
      code.push(match[1] ?? '')
      found.push({ title: `${name} ${block[2] ?? ''}`, code: code.join('\n'), shown: (match[2] ?? '').replace(/\s{2,}\(.*\)\s*$/, '').trim() })
      code = []
    }
    if (code.some((line) => line.trim() !== '')) {
      found.push({ title: `${name} ${block[2] ?? ''}`, code: code.join('\n'), shown: 'missing: the example shows no value' })
    }
  }
  return found
}

/** Evaluates an expression, or statements of which the last is one, with everything `shared` exports in scope. */
function evaluated(code: string): unknown {
  const plain = stripTypeScriptTypes(code).trim().replace(/;$/, '')
  const statements = plain.split(/\n(?=\S)/)
  let last = statements.length - 1
  // Lines that close a bracket belong to the statement before.
  while (last > 0 && /^[)\]}]/.test(statements[last] as string)) last--
  const before = statements.slice(0, last).join('\n')
  const expression = statements.slice(last).join('\n')
  const names = Object.keys(scope)
  return new Function(...names, `"use strict"; ${before}\nreturn (${expression}\n)`)(...names.map((name) => scope[name]))
}

/** Numbers agree to the digits shown, objects in every field shown. */
function expectShown(actual: unknown, shown: unknown, digits: number): void {
  if (typeof shown === 'number' && typeof actual === 'number' && Number.isFinite(shown)) {
    expect(Math.abs(actual - shown)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-12 * Math.abs(shown))
  } else if (Array.isArray(shown)) {
    expect(actual).toHaveLength(shown.length)
    shown.forEach((value, index) => expectShown((actual as readonly unknown[])[index], value, digits))
  } else if (typeof shown === 'object' && shown !== null) {
    for (const [field, value] of Object.entries(shown)) expectShown((actual as Record<string, unknown>)[field], value, digits)
  } else {
    expect(actual).toEqual(shown)
  }
}

/** Most decimals shown in a literal; a number with an exponent is compared to its last digit. */
function shownDigits(literal: string): number {
  return Math.max(
    0,
    ...[...literal.matchAll(/-?\d+(?:\.(\d+))?(?:e([-+]?\d+))?/gi)].map(
      (match) => (match[1]?.length ?? 0) - Number(match[2] ?? 0),
    ),
  )
}

describe('docstring examples', () => {
  const examples = files.flatMap(examplesOf)

  it('are found', () => {
    expect(examples.length).toBeGreaterThan(20)
  })

  it.each(examples.map((example) => [`${example.title}: ${example.shown}`, example] as const))('%s', (_, { code, shown }) => {
    const literal = /^["'[{]|^-?\d|^(true|false|null|undefined|Infinity)/.exec(shown) === null ? null : shown
    if (literal === null) throw new Error(`the value shown is no literal: ${shown}`)
    expectShown(evaluated(code), new Function(`return (${literal})`)(), shownDigits(literal))
  })
})
