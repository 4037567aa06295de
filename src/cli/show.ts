import { parseArgs } from 'node:util'
import colours from 'picocolors'
import { getDocument } from '../actions/get-document.ts'
import { getIncident } from '../actions/get-incident.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { CasusError } from '../model/problem.ts'
import type { DocumentRecord, IncidentRecord } from '../model/record.ts'
import type { ClaimEntry } from '../publish/claim-entry.ts'
import { claimGist, claimQuote } from '../publish/claim-words.ts'
import { type IncidentView, toIncidentView } from '../publish/incident-view.ts'
import { LEDGER_HELP, LEDGER_OPTION, withLedger } from './ledger-options.ts'
import { drawTable } from './table.ts'

const USAGE = `Usage: casus show ID… [--json]

Shows incidents and documents of the ledger with everything that is said in them, and by whom.
ID is an incident's (i…), a document's (d…) or a claim's (d….1.c4, which shows its document).

  --json   one JSON object per ID: pretty for one, one per line for several
${LEDGER_HELP}`

type Shown = Readonly<{ kind: 'incident'; record: IncidentRecord }> | Readonly<{ kind: 'document'; record: DocumentRecord }>

const getShown = async (ledger: Ledger, id: string): Promise<Shown> => {
  if (id.startsWith('i')) return { kind: 'incident', record: await getIncident(ledger, id) }
  if (id.startsWith('d')) return { kind: 'document', record: await getDocument(ledger, id.split('.')[0]!) }
  throw new CasusError('ledger/not-found', `There is nothing under ${id}: the ids of incidents start with i, those of documents with d.`)
}

type Look = Readonly<{ width: number; paint: ReturnType<typeof colours.createColors> }>

const MARKS = { unread: '', accepted: ' ✓', edited: ' ✎', rejected: ' ✗' } as const

const toCell = ({ gist, quote, qualifiers, review, byHand }: ClaimEntry): string => {
  const tail = qualifiers.length > 0 ? ` (${qualifiers.join(', ')})` : ''
  return `${gist || quote}${tail}${MARKS[review.state]}${byHand ? ' (by hand)' : ''}`
}

const toMatrixLines = ({ matrix }: IncidentView, { width, paint }: Look): readonly string[] =>
  drawTable(
    {
      columns: matrix.columns.map(({ name, kind, documents, copies }) => {
        const where = documents.map(({ n }) => n).join(', ')
        return `${name} · ${kind} · in ${where}${copies > 0 ? ` (${copies} copied)` : ''}`
      }),
      rows: matrix.rows.map(({ label, cells, difference }) => ({
        label: difference ? `${label} ◆` : label,
        cells: cells.map(({ entries, remarks }) =>
          [...entries.map(toCell), ...remarks.map(({ words, saidBy }) => `${words}, says ${saidBy}`)].join('; '),
        ),
        strong: difference !== null,
      })),
    },
    width,
    { head: paint.bold, strong: paint.yellow, quiet: paint.dim },
  )

const showIncident = (record: IncidentRecord, look: Look): readonly string[] => {
  const { paint } = look
  const view = toIncidentView(record)
  const { review } = view
  return [
    paint.bold(view.title),
    paint.dim(`${view.type} · ${view.subType} · ${view.status} · ${review.checked} of ${review.claims} claims checked`),
    ...view.estimates.map(
      ({ attribute, words, scope, independent: { low, high } }) =>
        `${attribute} ${words}${scope ? ` ${scope}` : ''} — range of ${low === high ? low : `${low}–${high}`} independent ${high === 1 ? 'origin' : 'origins'}`,
    ),
    ...record.relations.map(({ type, other, from, speaker }) => {
      const how = type.replaceAll('-', ' ')
      const line = from === record.id ? `${how} ▸ ${other?.title ?? ''}` : `${other?.title ?? ''} ▸ ${how} this`
      return `${line} — says ${speaker.words ?? 'the document'}`
    }),
    ...view.positions.map(({ party, stance }) => `${party}: ${stance}`),
    '',
    ...toMatrixLines(view, look),
    '',
    paint.bold('Documents'),
    ...record.documents.map(
      ({ id, title, issuer, published }, i) =>
        `  ${i + 1}  ${[title ?? 'untitled', issuer.name ?? 'issuer not stated', published ?? 'no date'].join(' · ')}  ${paint.dim(id)}`,
    ),
  ]
}

const showDocument = (record: DocumentRecord, { paint }: Look): readonly string[] => {
  const { summary, claims, incidents, copies, problems } = record
  return [
    paint.bold(summary.title ?? 'untitled'),
    paint.dim(
      [summary.issuer.name ?? 'issuer not stated', summary.published ?? 'no date', summary.language, summary.url ?? 'no address'].join(
        ' · ',
      ),
    ),
    ...(copies
      ? [
          `shares its text with ${copies.documents
            .map(({ document }) => document)
            .filter((id) => id !== record.id)
            .join(', ')}`,
        ]
      : []),
    ...incidents.flatMap(({ id, title }) => [
      '',
      `${paint.bold(title)}  ${paint.dim(id)}`,
      ...claims
        .filter(({ incident }) => incident === id)
        .map((claim) => {
          const gist = claimGist(claim) || claimQuote(claim)
          const who = claim.speaker.words ?? (claim.speaker.own ? 'the document itself' : 'not said who')
          return `  ${claim.claim.attribute}: ${gist}${MARKS[claim.review.state]} — ${who}  ${paint.dim(claim.id)}`
        }),
    ]),
    ...problems.map(({ code, message }) => `${paint.yellow(code)}  ${message}`),
  ]
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...LEDGER_OPTION, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  })

const WIDTH = 100

/** `casus show`. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parse(args)
  if (values.help || positionals.length === 0) {
    process.stdout.write(USAGE)
    return values.help ? 0 : 2
  }
  const isTerminal = process.stdout.isTTY === true
  const look: Look = { width: process.stdout.columns ?? WIDTH, paint: colours.createColors(isTerminal && !process.env.NO_COLOR) }
  const shown = await withLedger(values.ledger, (ledger) => Promise.all(positionals.map((id) => getShown(ledger, id))))
  const indent = shown.length === 1 ? 2 : undefined
  for (const [i, one] of shown.entries()) {
    if (values.json) process.stdout.write(`${JSON.stringify(one.record, null, indent)}\n`)
    else {
      const lines = one.kind === 'incident' ? showIncident(one.record, look) : showDocument(one.record, look)
      process.stdout.write(`${i > 0 ? '\n' : ''}${lines.join('\n')}\n`)
    }
  }
  return 0
}
