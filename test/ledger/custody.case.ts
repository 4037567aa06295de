import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { getDocument } from '../../src/actions/get-document.ts'
import { judge } from '../../src/actions/judge.ts'
import { listIncidents } from '../../src/actions/list-incidents.ts'
import { withdrawJudgement } from '../../src/actions/withdraw-judgement.ts'
import { backupLedger } from '../../src/ledger/custody/backup.ts'
import { exportEvidence } from '../../src/ledger/custody/bundle.ts'
import { restoreLedger } from '../../src/ledger/custody/restore.ts'
import { openSigner, type Signer } from '../../src/ledger/custody/signing.ts'
import { verifyFile } from '../../src/ledger/custody/verify-file.ts'
import { verifyLedger } from '../../src/ledger/custody/verify-ledger.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { benchOf, PROTEST, REPRINT, type Report, SECOND, STRIKE, toBytes } from './reports.ts'

/** Text that PostgreSQL and JSON have ways of their own with. */
const ODD: Report = { ...PROTEST, title: 'A title with \u0000 and \ud800 in it', url: 'https://odd.example/?a=1&b=“2”' }

const add = (ledger: Ledger, report: Report, facts = {}) =>
  addDocument(benchOf(ledger), { input: { bytes: toBytes(report), fileName: 'r.json', facts }, method: 'file', operator: 'tester' })

const codesOf = ({ problems }: Readonly<{ problems: readonly Readonly<{ code: string }>[] }>) => [
  ...new Set(problems.map(({ code }) => code)),
]

/** What custody promises, whatever PostgreSQL the ledger lies in. `open` gives a new, empty collection each time; `other` the same collection of another ledger, for a restore. */
export const custodyContract = (name: string, open: () => Promise<Ledger>, other: (collection: number) => Promise<Ledger>): void => {
  describe(`custody in ${name}`, () => {
    let home: string
    let signer: Signer
    let ledger: Ledger
    let document: string
    const filled = async (): Promise<Ledger> => {
      const made = { ...(await open()), signer }
      document = (await add(made, STRIKE)).documents[0]!.document
      await add(made, SECOND)
      await add(made, REPRINT)
      await add(made, ODD)
      await add(made, STRIKE, { publisher: 'Evening Mirror', url: 'https://mirror.example/1' })
      await judge(made, { claim: `${document}.1.c2`, kind: 'accept', by: 'tester' })
      const { judgement } = await judge(made, { claim: `${document}.1.c3`, kind: 'reject', by: 'tester', why: 'not said' })
      await withdrawJudgement(made, { judgement: judgement!, by: 'tester' })
      return made
    }
    /** Changes rows as somebody with the database's password could. */
    const tamper = async (on: Ledger, statement: string): Promise<void> => {
      await on.db.transaction().execute(async (trx) => {
        await sql`SET LOCAL session_replication_role = replica`.execute(trx)
        const { numAffectedRows } = await sql.raw(statement.replaceAll('$c', String(on.collection))).execute(trx)
        expect(numAffectedRows).toBeGreaterThan(0n)
      })
    }
    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), 'casus-custody-'))
      signer = (await openSigner(home))!
      ledger = await filled()
    })
    afterAll(() => rm(home, { recursive: true, force: true }))

    it('finds nothing wrong in a ledger that nobody touched', async () => {
      const verdict = await verifyLedger(ledger)
      expect(verdict.problems).toEqual([])
      expect(verdict).toMatchObject({ entries: 8, wrong: 0, head: { seq: 8 }, signed: { seq: 8, key: signer.key } })
      expect(verdict.rows).toBeGreaterThan(40)
    })

    it.each([
      ['bytes', `UPDATE contents SET bytes = bytes || '\\x20' WHERE collection = $c`, 'custody/content-changed'],
      ['an analysis', `UPDATE analyses SET body = '{}' WHERE collection = $c`, 'custody/content-changed'],
      [
        'the text',
        `UPDATE documents SET text = replace(text, '25', '52') WHERE collection = $c AND text LIKE '%25%'`,
        'custody/row-changed',
      ],
      [
        'a claim',
        `UPDATE claims SET claim = jsonb_set(claim, '{value,low}', '3') WHERE collection = $c AND attribute = 'killed'`,
        'custody/row-changed',
      ],
      ['a judgement', `UPDATE judgements SET by = 'somebody else' WHERE collection = $c`, 'custody/row-changed'],
      ['when it came in', `UPDATE captures SET at = at - interval '1 day' WHERE collection = $c`, 'custody/row-changed'],
      ['a document taken out', `DELETE FROM documents WHERE collection = $c AND title LIKE 'Northern%'`, 'custody/row-missing'],
      ['a withdrawal taken out', `DELETE FROM withdrawals WHERE collection = $c`, 'custody/row-missing'],
      [
        'a claim put in',
        `INSERT INTO claims SELECT collection, document, reading, 'c99', 99, incident, attribute, modality, anchor, words, sentence, speaker, claim, by, at
         FROM claims WHERE collection = $c AND id = 'c2' LIMIT 1`,
        'custody/row-changed',
      ],
      [
        'a judgement put in',
        `INSERT INTO judgements SELECT collection, id || 'x', kind, target, value, by, why, at FROM judgements WHERE collection = $c LIMIT 1`,
        'custody/row-unknown',
      ],
      ['an act', `UPDATE history SET by = 'nobody' WHERE collection = $c AND seq = 2`, 'custody/chain-broken'],
      ['what an act says', `UPDATE history SET payload = '{}' WHERE collection = $c AND seq = 2`, 'custody/chain-broken'],
      ['an act taken out', `DELETE FROM history WHERE collection = $c AND seq = 3`, 'custody/chain-broken'],
      ['the end taken off', `DELETE FROM heads WHERE collection = $c AND seq = 8`, 'custody/unsigned'],
      [
        'a signature',
        `UPDATE heads SET signature = (SELECT signature FROM heads WHERE collection = $c AND seq = 1) WHERE collection = $c AND seq = 8`,
        'custody/bad-signature',
      ],
    ])('notices a change of %s', async (_, statement, code) => {
      const touched = await filled()
      await tamper(touched, statement)
      expect(codesOf(await verifyLedger(touched))).toContain(code)
    })

    it('notices another key, and a history cut back behind a head that was noted', async () => {
      const touched = await filled()
      const { head } = await verifyLedger(touched)
      const stranger = (await openSigner(await mkdtemp(join(home, 'other-'))))!
      expect(codesOf(await verifyLedger(touched, { keys: [stranger.key] }))).toEqual(['custody/bad-signature', 'custody/unsigned'])
      expect(await verifyLedger(touched, { head })).toMatchObject({ wrong: 0 })
      for (const table of ['history', 'heads']) await tamper(touched, `DELETE FROM ${table} WHERE collection = $c AND seq = 8`)
      await tamper(touched, `DELETE FROM withdrawals WHERE collection = $c`)
      expect(codesOf(await verifyLedger(touched))).toEqual([])
      expect(codesOf(await verifyLedger(touched, { head }))).toEqual(['custody/head-missing'])
    })

    it('backs up while others write, checks the file alone, and restores it whole', async () => {
      const made = await filled()
      const file = join(home, 'whole.casus')
      const [{ rows }] = await Promise.all([backupLedger(made, file), add(made, { ...PROTEST, url: 'https://late.example/' })])
      expect(await verifyFile(file, { keys: [signer.key] })).toMatchObject({ kind: 'backup', wrong: 0, problems: [] })
      const trusting = (await openSigner(await mkdtemp(join(home, 'new-'))))!
      const empty = { ...(await other(made.collection)), signer: trusting }
      expect(await restoreLedger(empty, file)).toEqual({ rows })
      expect((await verifyLedger(empty, { keys: [signer.key] })).problems).toEqual([])
      expect(await getDocument(empty, document)).toEqual(await getDocument(made, document))
      expect((await listIncidents(empty, {})).items.length).toBeGreaterThan(0)
      await add(empty, { ...SECOND, text: `${SECOND.text} More was not known.` })
      expect((await verifyLedger(empty, { keys: [signer.key, trusting.key] })).problems).toEqual([])
      await expect(restoreLedger(empty, file)).rejects.toMatchObject({ problem: { code: 'ledger/not-empty' } })
    })

    it('exports evidence that stands alone, and in which every change shows', async () => {
      const file = join(home, 'evidence.casus')
      await exportEvidence(ledger, [document], file)
      const verdict = await verifyFile(file, { keys: [signer.key] })
      expect(verdict).toMatchObject({ kind: 'evidence', subjects: [document], problems: [], wrong: 0 })
      const text = gunzipSync(await readFile(file)).toString()
      expect(text).not.toContain(SECOND.title)
      const lines = text.trimEnd().split('\n')
      const broken = async (change: (lines: readonly string[]) => readonly string[]): Promise<string> => {
        const changed = join(home, 'changed.casus')
        await writeFile(changed, gzipSync(`${change(lines).join('\n')}\n`))
        return verifyFile(changed).then(
          ({ problems }) => problems[0]?.code ?? 'nothing',
          (error) => error.problem.code,
        )
      }
      expect(await broken((all) => all)).toBe('nothing')
      expect(await broken((all) => all.map((line) => line.replace('At least 25', 'At least 35')))).toBe('custody/file-broken')
      expect(await broken((all) => all.slice(0, -1))).toBe('custody/file-broken')
      expect(await broken((all) => all.slice(1))).toBe('custody/file-broken')
      await expect(exportEvidence(ledger, ['d00000000000000000000'], file)).rejects.toMatchObject({ problem: { code: 'ledger/not-found' } })
    })

    it('notices a change in a file whose last line was made to fit', async () => {
      const file = join(home, 'fit.casus')
      await exportEvidence(ledger, [document], file)
      const { createHash } = await import('node:crypto')
      const lines = gunzipSync(await readFile(file))
        .toString()
        .trimEnd()
        .split('\n')
      const body = lines.slice(0, -1).map((line) => line.replaceAll('"low":25', '"low":35').replaceAll('"low": 25', '"low": 35'))
      const end = JSON.parse(lines.at(-1)!)
      const sha256 = createHash('sha256')
        .update(`${body.join('\n')}\n`)
        .digest('hex')
      await writeFile(file, gzipSync(`${[...body, JSON.stringify({ ...end, sha256 })].join('\n')}\n`))
      expect(codesOf(await verifyFile(file))).toContain('custody/row-changed')
    })
  })
}
