import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, 'examples', 'kramatorsk')

type Line = Readonly<{
  id: string | null
  incident?: string | null
  incidents?: readonly Readonly<{ local: string; incident: string }>[]
  copyGroup?: string
  problems?: readonly unknown[]
}>

const link = (lines: readonly string[], ...args: readonly string[]): Promise<Readonly<{ code: number | null; out: readonly Line[] }>> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'bin', 'casus'), 'link', '--jsonl', ...args])
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.on('close', (code) =>
      done({
        code,
        out: out
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Line),
      }),
    )
    child.stdin.end(lines.join('\n'))
  })

const reports = readdirSync(folder)
  .filter((name) => /\.(?:txt|html)$/.test(name))
  .map((name) => JSON.stringify({ id: name, [name.endsWith('.html') ? 'html' : 'text']: readFileSync(join(folder, name), 'utf8') }))
const elsewhere = JSON.stringify({
  id: 'elsewhere',
  published: '2022-04-08',
  text: 'ACCRA, April 8 - Two men were shot dead outside a filling station in Accra on Thursday night, police said.',
})

describe('casus link', () => {
  it('finds that the reports of the bundled example tell of one attack, in any order', async () => {
    for (const lines of [reports, reports.toReversed(), [...reports.slice(2), ...reports.slice(0, 2)]]) {
      const { code, out } = await link([elsewhere, ...lines], '--jobs', '2')
      expect(code).toBe(0)
      expect(out.map(({ id }) => id)).toEqual(['elsewhere', ...lines.map((line) => JSON.parse(line).id)])
      const [apart, ...told] = out
      expect(new Set(told.map(({ incident }) => incident)).size).toBe(1)
      expect(apart!.incident).not.toBe(told[0]!.incident)
      for (const { incident, incidents } of told) expect(incidents!.map((one) => one.incident)).toContain(incident)
    }
  })

  it('folds the reprint', async () => {
    const { out } = await link(reports)
    const groupOf = (id: string) => out.find((line) => line.id === id)!.copyGroup
    expect(groupOf('2-reprint.html')).toBe(groupOf('1-wire.txt'))
    expect(new Set(out.map(({ copyGroup }) => copyGroup)).size).toBe(reports.length - 1)
  })

  it('tells of lines that cannot be read, in their place', async () => {
    const { code, out } = await link([
      'not json',
      elsewhere,
      '{"id":"x"}',
      JSON.stringify({ id: 'dull', text: 'The library of Lomna opens at nine.' }),
    ])
    expect(code).toBe(1)
    expect(out.map(({ id }) => id)).toEqual([null, 'elsewhere', 'x', 'dull'])
    expect(out.map(({ problems }) => problems?.length ?? 0)).toEqual([1, 0, 1, 0])
    expect(out[3]).toEqual({ id: 'dull', incident: null, incidents: [], copyGroup: 'dull' })
  })
})
