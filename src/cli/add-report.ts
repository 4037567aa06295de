import { SingleBar } from 'cli-progress'
import type { AddResult } from '../actions/add-document.ts'
import type { AddedDocument } from '../actions/keep-ready.ts'
import type { Problem } from '../model/problem.ts'

/** Tells how adding goes: a bar on a terminal, a line for each document elsewhere, JSON lines where asked for. */
export type Report = Readonly<{
  /** `last`: no more of this file comes. */
  tell: (file: string, result: AddResult, options: Readonly<{ last: boolean }>) => void
  end: (where: string) => void
  hasFailed: () => boolean
}>

type Tally = { new: number; copy: number; present: number; failed: number; incidents: number }

const SAYS = { new: 'added', copy: 'same text', present: 'there already' } as const

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`

const toLine = (file: string, { outcome, document, claims, incidents, copyOf }: AddedDocument): string => {
  const found = outcome === 'new' ? ` · ${many(incidents.length, 'incident', 'incidents')}, ${many(claims, 'claim', 'claims')}` : ''
  return `${SAYS[outcome].padEnd(13)} ${document}  ${file}${found}${copyOf && outcome === 'new' ? ` · copy of ${copyOf}` : ''}`
}

const toProblem = (file: string, { code, message }: Problem): string => `${'failed'.padEnd(13)} ${code}  ${file}: ${message}`

const toNote = (file: string, { code, message }: Problem): string => `${'note'.padEnd(13)} ${code}  ${file}: ${message}`

const toSummary = (tally: Tally, where: string): string => {
  const parts = [
    `${many(tally.new, 'document', 'documents')} added`,
    ...(tally.copy > 0 ? [`${tally.copy} with the same text from another source`] : []),
    ...(tally.present > 0 ? [`${tally.present} there already`] : []),
    ...(tally.failed > 0 ? [`${tally.failed} failed`] : []),
    many(tally.incidents, 'new incident', 'new incidents'),
  ]
  return `${parts.join(', ')} · ledger: ${where}\n`
}

const count = (tally: Tally, { documents, problems }: AddResult): void => {
  for (const { outcome, incidents } of documents) {
    tally[outcome]++
    tally.incidents += incidents.filter(({ fresh }) => fresh).length
  }
  if (problems.length > 0) tally.failed++
}

type Shown = Readonly<{ tell: Report['tell']; end: (summary: string) => void }>

const asJson = (): Shown => ({
  tell: (file, result) => {
    process.stdout.write(`${JSON.stringify({ file, ...result })}\n`)
  },
  end: (summary) => {
    process.stderr.write(summary)
  },
})

const asNothing = (): Shown => ({
  tell: () => undefined,
  end: (summary) => {
    process.stdout.write(summary)
  },
})

const asLines = (): Shown => ({
  tell: (file, { documents, problems }) => {
    for (const document of documents) {
      process.stdout.write(`${toLine(file, document)}\n`)
      for (const one of document.problems) process.stderr.write(`${toNote(file, one)}\n`)
    }
    for (const one of problems) process.stderr.write(`${toProblem(file, one)}\n`)
  },
  end: (summary) => {
    process.stdout.write(summary)
  },
})

const asBar = (total: number): Shown => {
  const bar = new SingleBar({
    format: '{bar} {value} of {total} · {file}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  })
  const told: string[] = []
  let done = 0
  bar.start(total, 0, { file: '' })
  return {
    tell: (file, { documents, problems }, { last }) => {
      for (const document of documents) told.push(...document.problems.map((one) => toNote(file, one)))
      told.push(...problems.map((one) => toProblem(file, one)))
      if (last) done++
      bar.update(done, { file })
    },
    end: (summary) => {
      bar.stop()
      for (const line of told) process.stderr.write(`${line}\n`)
      process.stdout.write(summary)
    },
  }
}

/** The report for a number of files. */
export const openReport = (total: number, { json, quiet = false }: Readonly<{ json: boolean; quiet?: boolean }>): Report => {
  const tally: Tally = { new: 0, copy: 0, present: 0, failed: 0, incidents: 0 }
  const shown = quiet ? asNothing() : json ? asJson() : process.stderr.isTTY && process.stdout.isTTY ? asBar(total) : asLines()
  return {
    tell: (file, result, options) => {
      count(tally, result)
      shown.tell(file, result, options)
    },
    end: (where) => shown.end(toSummary(tally, where)),
    hasFailed: () => tally.failed > 0,
  }
}
