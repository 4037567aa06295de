import type { Analysis } from '../model/reading.ts'
import type { DocumentRecord } from '../model/record.ts'
import { wordsOf } from '../model/span.ts'
import { toClaimId } from './id.ts'
import { incidentOf } from './incident-of.ts'
import { listJudgements } from './judgements.ts'
import { toLinkRecord } from './load-incident.ts'
import { loadLinksOfDocuments, loadSummaries } from './load-links.ts'
import { loadReadings } from './load-readings.ts'
import type { Source } from './source.ts'
import { speakersOf } from './speaker.ts'
import { byPublication, findClaimRecord, partKey, toAffiliation, toAggregate, toCopyGroups, toMention, toStatement } from './to-records.ts'

/** Reading 0: what people marked by hand. */
export const BY_HAND = 0

export type KeptAnalysis = Readonly<{ analysis: Analysis; reading: number; engine: string; at: string }>

/** The latest reading of a document, whole: as the engine gave it. */
export const findAnalysis = async ({ db, collection }: Source, document: string): Promise<KeptAnalysis | undefined> => {
  const row = await db
    .selectFrom('analyses as a')
    .innerJoin('documents as d', (join) => join.onRef('d.collection', '=', 'a.collection').onRef('d.id', '=', 'a.document'))
    .select(['a.reading', 'a.engine', 'a.body', 'a.at', 'd.text', 'd.passages'])
    .where('a.collection', '=', collection)
    .where('a.document', '=', document)
    .orderBy('a.reading', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const kept = JSON.parse(row.body as string) as Analysis
  const analysis = { ...kept, document: { ...kept.document, text: row.text, passages: row.passages } }
  return { analysis, reading: row.reading, engine: row.engine, at: row.at }
}

/** Loads a document; undefined when there is none. What is missing from the record is made from cards: the incidents. */
export const findDocument = async (source: Source, id: string): Promise<Omit<DocumentRecord, 'incidents'> | undefined> => {
  const [summary] = await loadSummaries(source, [id], { sameBytes: false })
  if (!summary) return undefined
  const read = summary.sameAs ?? id
  const kept = await findAnalysis(source, read)
  if (!kept) return undefined
  const { analysis, reading } = kept
  const parts = [
    { document: read, reading },
    { document: read, reading: BY_HAND },
  ]
  const { db, collection } = source
  const [links, readings, captures, group] = await Promise.all([
    loadLinksOfDocuments(source, [read]),
    loadReadings(source, parts),
    db.selectFrom('captures').selectAll().where('collection', '=', collection).where('document', '=', id).orderBy('at').execute(),
    db.selectFrom('documents').select('id').where('collection', '=', collection).where('copy_group', '=', summary.copyGroup).execute(),
  ])
  const members = (
    await loadSummaries(
      source,
      group.map((row) => row.id),
      { sameBytes: false },
    )
  ).toSorted(byPublication)
  const copies = await db
    .selectFrom('copies')
    .selectAll()
    .where('collection', '=', collection)
    .where(
      'document',
      'in',
      members.map((member) => member.id),
    )
    .execute()
  const judgements = await listJudgements(
    source,
    readings.claims.map((row) => toClaimId(row.document, row.reading, row.id)),
  )
  const { ofTelling, ofClaim } = incidentOf(links)
  const mentions = new Map(readings.mentions.map((row) => [partKey(row, row.id), toMention(row)]))
  const statements = new Map(readings.statements.map((row) => [partKey(row, row.id), toStatement(row)]))
  const context = {
    mentions,
    statements,
    judgements: Map.groupBy(judgements, ({ target }) => target),
    incidentOf: ofClaim,
  }
  const { document, problems } = analysis
  const byId = new Map(analysis.mentions.map((mention) => [mention.id, mention]))
  const speaker = speakersOf(document, analysis.statements, byId, summary.copyGroup)
  return {
    id,
    summary,
    text: document.text,
    passages: document.passages,
    captures: captures.map(({ file_name, collection: _, content: __, ...capture }) => ({ ...capture, fileName: file_name })),
    reading: { number: reading, engine: kept.engine, at: kept.at },
    mentions: [
      ...analysis.mentions.map((mention) => ({ document: read, words: wordsOf(document.text, mention), mention })),
      ...readings.mentions.filter((row) => row.reading === BY_HAND).map(toMention),
    ],
    statements: [
      ...analysis.statements.map((statement) => ({
        document: read,
        statement,
        speaker: speaker(statement.id),
        sourceWords: statement.source && wordsOf(document.text, statement.source),
        cueWords: statement.cue && wordsOf(document.text, statement.cue),
      })),
      ...readings.statements.filter((row) => row.reading === BY_HAND).map(toStatement),
    ],
    claims: readings.claims.flatMap((row) => findClaimRecord(row, context) ?? []),
    relations: readings.relations.flatMap((row) => {
      const [from, to] = [ofTelling(row, row.value.from), ofTelling(row, row.value.to)]
      const { type, spans } = row.value
      return from && to ? [{ from, to, type, document: read, spans, words: row.words, speaker: row.speaker, other: null }] : []
    }),
    affiliations: readings.affiliations.flatMap((row) => toAffiliation(mentions, row)),
    aggregates: readings.aggregates.map(toAggregate),
    links: links.map(toLinkRecord),
    copies: toCopyGroups(members, copies)[0] ?? null,
    problems,
  }
}
