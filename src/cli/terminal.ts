import colours from 'picocolors'
import { type Claim, isFigureClaim } from '../model/claim.ts'
import type { Mention } from '../model/mention.ts'
import type { Analysis } from '../model/reading.ts'
import { wordsOf } from '../model/span.ts'
import { figureWords } from '../publish/figure-words.ts'
import type { Unread } from './read-line.ts'

export type Look = Readonly<{ file: string; width: number; colours: boolean }>

const ROWS = [
  ['type', 'What'],
  ['date', 'When'],
  ['place', 'Where'],
  ['perpetrator', 'Who'],
  ['target', 'Target'],
  ['killed', 'Killed'],
  ['wounded', 'Wounded'],
  ['missing', 'Missing'],
  ['captured', 'Captured'],
  ['displaced', 'Displaced'],
  ['victim', 'Victims'],
  ['weapon', 'Weapon'],
  ['quantity', 'Counted'],
  ['damage', 'Damage'],
  ['motive', 'Why'],
  ['characterisation', 'Called'],
  ['position', 'Position'],
] as const satisfies readonly (readonly [Claim['attribute'], string])[]

const LABEL = 10
const LEAST = 16
const MOST = 34

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What a cell says: the value in words, and what tells it apart from a plain assertion. */
const cellOf = (analysis: Analysis, mentions: ReadonlyMap<string, Mention>, claim: Claim): string => {
  const { text } = analysis.document
  const words = oneLine(wordsOf(text, claim.spans[0]))
  const marks = [
    claim.modality === 'asserted' ? null : claim.modality,
    claim.retracts ? 'withdrawn' : null,
    claim.revises ? 'corrected' : null,
    ...claim.evidence.map(({ status }) => `evidence ${status.replaceAll('-', ' ')}`),
  ].filter((mark) => mark !== null)
  const tail = marks.length > 0 ? ` (${[...new Set(marks)].join(', ')})` : ''
  if (isFigureClaim(claim)) {
    const { people, extent } = claim.value
    const whom = claim.attribute === 'quantity' ? ` ${people.role ?? ''}` : people.role ? ` ${people.role}` : ''
    return `${extent === 'part' ? 'of them ' : extent === 'group' ? '+ ' : ''}${figureWords(claim.value)}${whom}${tail}`
  }
  if (claim.attribute === 'position') {
    const party = mentions.get(claim.value.party)
    return `${party ? oneLine(wordsOf(text, party)) : words}: ${claim.value.answer.replace('-', ' ')}${tail}`
  }
  if (claim.attribute === 'date') {
    const time = mentions.get(claim.value.mention)
    return `${words}${time?.kind === 'time' && time.value && time.value !== words ? ` → ${time.value}` : ''}${tail}`
  }
  if (claim.attribute === 'place') {
    const relation = claim.value.relation && claim.value.relation !== 'at' ? `${claim.value.relation} ` : ''
    return `${relation}${words}${claim.value.role === 'treated-at' ? ' (treated)' : claim.value.role === 'launched-from' ? ' (from)' : ''}${tail}`
  }
  return `${words}${tail}`
}

const OWN = 'the document itself'

const speakerOf = (
  analysis: Analysis,
  mentions: ReadonlyMap<string, Mention>,
  statements: ReadonlyMap<string, Analysis['statements'][number]>,
  claim: Claim,
): string => {
  if (claim.statement === null) return analysis.document.issuer.name ?? OWN
  const statement = statements.get(claim.statement)
  const speaker = statement?.speaker ? mentions.get(statement.speaker) : undefined
  const span = speaker ?? statement?.source
  return span ? oneLine(wordsOf(analysis.document.text, span)) : 'somebody not named'
}

/** Breaks words into lines no wider than `width`; a longer word is cut. */
const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (let word of text.split(' ')) {
    while (word.length > width) {
      if (line) lines.push(line)
      line = ''
      lines.push(word.slice(0, width))
      word = word.slice(width)
    }
    if (line && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  if (line || lines.length === 0) lines.push(line)
  return lines
}

/** Rival values: different figures for one attribute from different speakers. */
const differs = (claims: readonly Claim[]): boolean => {
  const totals = claims
    .filter(isFigureClaim)
    .filter(
      ({ value, revises, modality }) =>
        value.extent === 'total' && modality !== 'denied' && !claims.some((other) => other.revises && other.revises !== revises),
    )
  return (
    new Set(totals.map(({ value }) => `${value.low} ${value.high}`)).size > 1 && new Set(totals.map(({ statement }) => statement)).size > 1
  )
}

/** The readable account of one document: its incidents, each with its claims by attribute and speaker, fitted to the width. */
export const showAnalysis = (reading: Analysis | Unread, { file, width, colours: coloured }: Look): string => {
  const paint = colours.createColors(coloured)
  const out: string[] = []
  if (!('document' in reading)) {
    out.push(paint.bold(file), ...reading.problems.map(({ code, message }) => `  ${paint.red(code)}  ${message}`))
    return `${out.join('\n')}\n`
  }
  const { document, incidents, claims, relations, aggregates, problems } = reading
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]))
  const statements = new Map(reading.statements.map((statement) => [statement.id, statement]))
  out.push(paint.bold(oneLine(document.title ?? file)))
  out.push(
    paint.dim(
      [document.issuer.name ?? 'issuer not stated', document.issuer.kind, document.published ?? 'no date', document.language].join(' · '),
    ),
  )
  if (incidents.length === 0) out.push('', 'No incident was found in it.')
  const titles = new Map(incidents.map(({ id, title }) => [id, title]))
  for (const incident of incidents) {
    const own = claims.filter((claim) => claim.incident === incident.id)
    out.push('', paint.bold(incident.title), paint.dim(`${incident.type} · ${incident.subType} · ${incident.status}`))
    for (const relation of relations.filter(({ from }) => from === incident.id))
      out.push(`${relation.type.replaceAll('-', ' ')} ▸ ${titles.get(relation.to) ?? ''}`)
    const speakers = [...new Set(own.map((claim) => speakerOf(reading, mentions, statements, claim)))]
    const fitting = Math.max(1, Math.floor((width - LABEL) / (LEAST + 3)))
    for (let first = 0; first < speakers.length; first += fitting) {
      const columns = speakers.slice(first, first + fitting)
      const wide = Math.max(LEAST, Math.min(MOST, Math.floor((width - LABEL) / columns.length) - 3))
      const line = (label: string, cells: readonly string[], style: (text: string) => string): void => {
        const wrapped = cells.map((cell) => wrap(cell, wide))
        for (let n = 0; n < Math.max(1, ...wrapped.map((lines) => lines.length)); n++)
          out.push(
            `${(n === 0 ? label : '').padEnd(LABEL)}${wrapped.map((lines) => ` │ ${style((lines[n] ?? '').padEnd(wide))}`).join('')}`.trimEnd(),
          )
      }
      line('', columns, paint.bold)
      out.push(`${'─'.repeat(LABEL)}${columns.map(() => `─┼${'─'.repeat(wide + 1)}`).join('')}`)
      for (const [attribute, label] of ROWS) {
        const row = own.filter((claim) => claim.attribute === attribute)
        const cells = columns.map((speaker) =>
          [
            ...new Set(
              row
                .filter((claim) => speakerOf(reading, mentions, statements, claim) === speaker)
                .map((claim) => cellOf(reading, mentions, claim)),
            ),
          ].join('; '),
        )
        if (cells.some((cell) => cell !== ''))
          line(differs(row) ? `${label} ◆` : label, cells, (text) => (differs(row) ? paint.yellow(text) : text))
      }
    }
  }
  if (aggregates.length > 0) {
    out.push('', paint.bold('Totals over a period'))
    for (const { attribute, value, period } of aggregates) out.push(`  ${attribute}: ${figureWords(value)}, ${oneLine(period ?? '')}`)
  }
  for (const { code, message } of problems) out.push('', `${paint.yellow(code)}  ${message}`)
  return `${out.join('\n')}\n`
}
