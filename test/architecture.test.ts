import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const src = join(root, 'src')

/** Who may import whom, folder by folder below `src`. What is not listed may not be imported. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  engine: ['model'],
  publish: ['model'],
  ledger: ['model'],
  fetch: ['model'],
  assets: ['model', 'engine'],
  actions: ['model', 'engine', 'ledger', 'publish', 'assets', 'fetch'],
  work: ['model', 'engine', 'ledger', 'assets', 'actions', 'fetch'],
  server: ['model', 'publish', 'ledger', 'actions', 'work'],
  cli: ['model', 'engine', 'publish', 'ledger', 'assets', 'actions', 'work', 'server'],
  web: ['model', 'publish', 'server'],
  'index.ts': ['model', 'engine', 'publish', 'assets'],
}

/** Packages that each layer may use; a layer that is not listed may use any. */
const PACKAGES: Record<string, readonly string[]> = {
  model: [],
  publish: [],
  engine: ['@mozilla/readability', 'htmlparser2', 'unpdf', 'postal-mime', 'warcio'],
}

/** Where the clock, chance, the environment and I/O may not be touched. */
const PURE = ['model', 'engine', 'publish']
const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b/, 'Date.now'],
  [/\bnew Date\(\s*\)/, 'new Date()'],
  [/\bDate\(\s*\)/, 'Date()'],
  [/\bperformance\./, 'performance'],
  [/\bMath\.random\b/, 'Math.random'],
  [/\bcrypto\./, 'crypto'],
  [/\bprocess\./, 'process'],
  [/(?<![.\w])fetch\(/, 'fetch('],
  [/\bsetTimeout\(|\bsetInterval\(/, 'timers'],
  [/\bIntl\.DateTimeFormat\(\)|\.toLocale(?:Date|Time)?String\(\s*\)/, 'the locale of the machine'],
]

type File = Readonly<{ path: string; name: string; layer: string; code: string; imports: readonly Import[] }>
type Import = Readonly<{ from: string; typeOnly: boolean }>

const withoutComments = (code: string): string => code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1')

const importsOf = (code: string): readonly Import[] => [
  ...[...code.matchAll(/^(?:import|export)\s+(type\s+)?[^'"=;()]*?\bfrom\s*['"]([^'"\n]+)['"]/gm)].map((m) => ({
    from: m[2]!,
    typeOnly: m[1] !== undefined,
  })),
  ...[...code.matchAll(/^import\s*['"]([^'"\n]+)['"]/gm)].map((m) => ({ from: m[1]!, typeOnly: false })),
  ...[...code.matchAll(/\bimport\(\s*['"]([^'"\n]+)['"]/g)].map((m) => ({ from: m[1]!, typeOnly: false })),
  ...[...code.matchAll(/\bnew URL\(\s*['"](\.[^'"\n]+\.ts)['"]\s*,\s*import\.meta\.url/g)].map((m) => ({ from: m[1]!, typeOnly: false })),
]

const files: readonly File[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.(test|case)\.tsx?$/.test(name))
  .map((name) => {
    const code = withoutComments(readFileSync(join(src, name), 'utf8'))
    return { path: join(src, name), name, layer: name.split('/')[0]!, code, imports: importsOf(code) }
  })

const targetOf = (file: File, { from }: Import): string => relative(src, resolve(dirname(file.path), from))

describe('the layers', () => {
  it('are all in the table', () => {
    expect([...new Set(files.map((file) => file.layer))].filter((layer) => !(layer in MAY_IMPORT))).toEqual([])
  })

  it('import only what the table allows', () => {
    const breaches = files.flatMap((file) =>
      file.imports
        .filter(({ from }) => from.startsWith('.'))
        .map((one) => targetOf(file, one))
        .filter((target) => {
          const layer = target.split('/')[0]!
          return layer !== file.layer && !(MAY_IMPORT[file.layer] ?? []).includes(layer)
        })
        .map((target) => `${file.name} imports ${target}`),
    )
    expect(breaches).toEqual([])
  })

  it('reach the browser through types only', () => {
    const breaches = files
      .filter((file) => file.layer === 'web')
      .flatMap((file) =>
        file.imports
          .filter((one) => one.from.startsWith('.') && !one.typeOnly && targetOf(file, one).startsWith('server'))
          .map((one) => `${file.name} imports ${one.from} as a value`),
      )
    expect(breaches).toEqual([])
  })

  it('use only the packages they are allowed', () => {
    const breaches = files.flatMap((file) =>
      file.imports
        .filter(({ from }) => !from.startsWith('.'))
        .filter(({ from }) => file.layer in PACKAGES && !PACKAGES[file.layer]!.some((name) => from === name || from.startsWith(`${name}/`)))
        .map(({ from }) => `${file.name} imports ${from}`),
    )
    expect(breaches).toEqual([])
  })

  it('keep outgoing connections in fetch', () => {
    const breaches = files
      .filter(
        (file) => !['fetch', 'web'].includes(file.layer) && /(?<![.\w])fetch\(|from ['"](?:node:)?(?:https?|undici)['"]/.test(file.code),
      )
      .filter((file) => file.layer !== 'server')
      .map((file) => file.name)
    expect(breaches).toEqual([])
  })
})

describe('the pure layers', () => {
  it.each(PURE)('%s touches no clock, chance, environment or I/O', (layer) => {
    const breaches = files
      .filter((file) => file.layer === layer)
      .flatMap((file) => IMPURE.filter(([pattern]) => pattern.test(file.code)).map(([, what]) => `${file.name}: ${what}`))
    expect(breaches).toEqual([])
  })
})

describe('the environment', () => {
  it('is known to the doors only', () => {
    const breaches = files
      .filter((file) => !['server', 'cli', 'work'].includes(file.layer) && /\bprocess\.env\b/.test(file.code))
      .map((file) => file.name)
    expect(breaches).toEqual([])
  })
})

describe('the tree', () => {
  it('has no import cycle', () => {
    const byName = new Map(files.map((file) => [file.name, file]))
    const state = new Map<string, 'open' | 'done'>()
    const cycles: string[] = []
    const visit = (name: string, path: readonly string[]): void => {
      const file = byName.get(name)
      if (!file || state.get(name) === 'done') return
      if (state.get(name) === 'open') {
        cycles.push([...path.slice(path.indexOf(name)), name].join(' → '))
        return
      }
      state.set(name, 'open')
      for (const one of file.imports) if (one.from.startsWith('.')) visit(targetOf(file, one), [...path, name])
      state.set(name, 'done')
    }
    for (const file of files) visit(file.name, [])
    expect(cycles).toEqual([])
  })

  it('has no default export and no grab-bag file', () => {
    expect(files.filter((file) => /^export default/m.test(file.code)).map((file) => file.name)).toEqual([])
    expect(
      files.filter((file) => /(^|\/)(utils?|helpers?|misc|common|middleware)\.tsx?$/.test(file.name)).map((file) => file.name),
    ).toEqual([])
  })
})
