import { type Analysis, mainIncident } from '../../../model/reading.ts'
import { wordsOf } from '../../../model/span.ts'
import { groupCopies } from '../copies/group-copies.ts'
import { findBoilerplate } from './boilerplate.ts'
import { compareWeighed, EVEN } from './compare.ts'
import { toWeighed } from './features.ts'
import { group } from './group.ts'
import { listPairs } from './pairs.ts'
import { countWords, toRarity } from './rarity.ts'
import { type Drafts, fillSheet, toDrafts } from './sheet.ts'

/** What linking needs of a document once it has been read: much less than its analysis. */
export type Linkable = Readonly<{
  id: string
  /** Content and id: the same wherever the document stands in the input. */
  key: string
  published: string | null
  main: string | null
  drafts: Drafts
  texts: readonly string[]
}>

/** Which incidents a document tells of, by clusters of a batch, and whose copy it is. */
export type DocumentLinks = Readonly<{
  id: string
  incident: string | null
  incidents: readonly Readonly<{ local: string; incident: string }>[]
  copyGroup: string
}>

/** What linking needs of an analysis. */
export const toLinkable = (analysis: Analysis): Linkable => {
  const { id, document } = analysis
  const drafts = toDrafts(analysis)
  return {
    id,
    key: `${document.id} ${id}`,
    published: document.published?.slice(0, 10) ?? null,
    main: mainIncident(analysis)?.id ?? null,
    drafts,
    texts: drafts.lines.map(({ span }) => wordsOf(document.text, span)),
  }
}

/**
 * Groups the incidents of documents that were read together. First the incidents that documents are mainly about, then those that
 * they mention beside: a round-up cannot pull two clusters of reports into one.
 */
export const linkDocuments = (documents: readonly Linkable[]): readonly DocumentLinks[] => {
  const boilerplate = findBoilerplate(documents.map(({ drafts: { lines }, published }) => ({ lines, published })))
  const isBoilerplate = (key: number): boolean => boilerplate.has(key)
  const nodes = documents.flatMap(({ key, drafts: { lines, incidents } }, document) =>
    incidents.map((draft) => ({
      key: `${key} ${draft.local}`,
      document,
      local: draft.local,
      sheet: fillSheet(draft, lines, isBoilerplate),
    })),
  )
  const sheets = nodes.map(({ sheet }) => sheet)
  const rarity = toRarity(countWords(sheets.filter(({ main }) => main).map(({ words }) => words)))
  const weighed = sheets.map((sheet) => toWeighed(sheet, rarity))
  const score = (a: number, b: number): number => compareWeighed(weighed[a]!, weighed[b]!, rarity).score
  const pairs = listPairs(sheets, rarity)
  const items = nodes.map(({ key, document }) => ({ key, apart: String(document) }))
  const clusters = group(items, pairs, { score, threshold: EVEN })
  const copies = groupCopies(
    documents.map(({ key, drafts: { lines }, texts }) => ({
      key,
      text: texts.filter((_, i) => !isBoilerplate(lines[i]!.key)).join('\n'),
    })),
  )
  const nameOf = (document: number, local: string): string => `${documents[document]!.id}#${local}`
  const named = new Map<number, { local: string; incident: string }[]>()
  nodes.forEach(({ document, local }, i) => {
    const own = named.get(document) ?? []
    own.push({ local, incident: nameOf(nodes[clusters[i]!]!.document, nodes[clusters[i]!]!.local) })
    named.set(document, own)
  })
  return documents.map(({ id, main }, i) => {
    const incidents = named.get(i) ?? []
    return {
      id,
      incident: incidents.find(({ local }) => local === main)?.incident ?? null,
      incidents,
      copyGroup: documents[copies[i]!]!.id,
    }
  })
}
