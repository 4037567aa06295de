import { spawn } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toLedgerOptions } from '../../src/cli/ledger-options.ts'
import { findServer, newHome } from '../ledger/processes.ts'

const REPORT = `Shells hit market in Velik

VELIK, 3 May 2021 - Shells struck the central market of Velik on Monday, the governor said. At least 25 people were killed and 55 wounded, he said.

The army denied that it had fired on the town.
`

const root = resolve(import.meta.dirname, '../..')
type Ran = Readonly<{ code: number | null; out: string; err: string }>

let home: string
beforeAll(async () => {
  home = await newHome()
  await mkdir(join(home, 'in', 'deep'), { recursive: true })
  await writeFile(join(home, 'in', 'a.txt'), REPORT)
  await writeFile(join(home, 'in', 'deep', 'b.md'), '# Library opens\n\nThe library of Lomna opens at nine.\n')
  await writeFile(join(home, 'in', 'empty.txt'), '')
  await writeFile(join(home, 'in', 'lines.jsonl'), `${JSON.stringify({ id: 1, text: 'Two men were arrested in Lomna.' })}\nnot json\n`)
  await writeFile(join(home, 'in', 'left-out.bin'), Buffer.from([0, 1, 2, 255]))
})
afterAll(async () => {
  expect(await findServer(join(home, 'data', 'postgres'))).toBeUndefined()
  await rm(home, { recursive: true, force: true })
})

const casus = (args: readonly string[], input = ''): Promise<Ran> =>
  new Promise((done) => {
    const { DATABASE_URL: _, CASUS_LEDGER: __, ...env } = process.env
    const child = spawn(process.execPath, [join(root, 'bin', 'casus'), ...args], { cwd: home, env })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.on('close', (code) => done({ code, out, err }))
    child.stdin.end(input)
  })

describe('casus add, list and show', () => {
  it('adds a folder, tells of what could not be read, and goes on', async () => {
    const { code, out, err } = await casus(['add', 'in'])
    expect(code).toBe(1)
    expect(out).toMatch(/^added +d\w{20} {2}in\/a\.txt · \d+ incident/m)
    expect(out).toMatch(/^added +d\w{20} {2}in\/deep\/b\.md/m)
    expect(out).toMatch(/^added +d\w{20} {2}in\/lines\.jsonl/m)
    expect(out).toContain('3 documents added, 2 failed')
    expect(out).not.toContain('left-out.bin')
    expect(err).toMatch(/^failed +document\/empty {2}in\/empty\.txt/m)
    expect(err).toMatch(/^failed +input\/not-json {2}in\/lines\.jsonl: Line 2/m)
  })

  it('adds nothing twice, by whatever path it comes', async () => {
    const { code, out } = await casus(['add', 'in/*.txt', join(home, 'in', 'deep'), '--json'])
    expect(code).toBe(1)
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.flatMap(({ documents }) => documents.map(({ outcome }: { outcome: string }) => outcome))).toEqual(['present', 'present'])
    const again = await casus(['add', '-'], await readFile(join(home, 'in', 'a.txt'), 'utf8'))
    expect(again).toMatchObject({ code: 0 })
    expect(again.out).toContain('there already')
  })

  it('takes what is known of a single document, and the same bytes from elsewhere as a copy', async () => {
    const copy = await casus(['add', 'in/a.txt', '--issuer', 'Valley Radio', '--url', 'https://valley.example/1'])
    expect(copy.out).toMatch(/^same text +d/)
    const refused = await casus(['add', 'in/a.txt', 'in/deep', '--issuer', 'Valley Radio'])
    expect(refused).toMatchObject({ code: 2, out: '' })
  })

  it('lists and shows what was added', async () => {
    const page = JSON.parse((await casus(['list', '--json'])).out)
    expect(page.incidents.length).toBeGreaterThan(0)
    const shelling = page.incidents.find(({ killed }: { killed: { low: number } | null }) => killed?.low === 25)
    expect(shelling).toMatchObject({ documents: 2, texts: 1 })
    expect((await casus(['list', '--search', 'market'])).out).toContain(shelling.title)
    const shown = await casus(['show', shelling.id])
    expect(shown.code).toBe(0)
    expect(shown.out).toContain('at least 25')
    expect(shown.out).not.toContain('\u001b')
    const record = JSON.parse((await casus(['show', shelling.id, '--json'])).out)
    const [claim] = record.claims
    expect(JSON.parse((await casus(['show', claim.id, '--json'])).out).text.trim()).toBe(REPORT.trim())
    expect((await casus(['show', claim.document])).out).toContain(claim.id)
  })

  it('says what is wrong in one line', async () => {
    expect(await casus(['show', 'i0'])).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^casus: ledger\/not-found: .*\n$/) })
    expect(await casus(['list', '--from', 'today'])).toMatchObject({ code: 1, err: expect.stringMatching(/^casus: request\/invalid: /) })
    expect(await casus(['list', '--ledger', 'in/a.txt'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^casus: ledger\/not-writable: /),
    })
    expect(await casus(['add', 'nowhere.txt'])).toMatchObject({ code: 1, err: expect.stringContaining('document/unreadable') })
    for (const command of ['add', 'list', 'show']) expect((await casus([command, '--help'])).out).toContain(`Usage: casus ${command}`)
  })
})

describe('the ledger that is meant', () => {
  it.each([
    ['./here', {}, { folder: resolve('here') }],
    [undefined, {}, { folder: resolve('data') }],
    [undefined, { CASUS_LEDGER: '/srv/ledger' }, { folder: '/srv/ledger' }],
    [undefined, { CASUS_LEDGER: '/srv/ledger', DATABASE_URL: 'postgres://db/x' }, { databaseUrl: 'postgres://db/x' }],
    ['/srv/other', { DATABASE_URL: 'postgres://db/x' }, { folder: '/srv/other' }],
    ['postgresql://db/y', {}, { databaseUrl: 'postgresql://db/y' }],
  ])('is, told %s and %o, %o', (said, env, expected) => {
    expect(toLedgerOptions(said, env)).toEqual(expected)
  })
})
