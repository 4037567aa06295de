import type { Evidence } from '../../model/claim.ts'
import { span } from '../../model/span.ts'
import type { Draft } from '../claims/draft.ts'
import type { EvidenceReading } from '../claims/evidence.ts'
import type { View } from '../claims/view.ts'

const FIGURES: ReadonlySet<string> = new Set(['killed', 'wounded', 'missing', 'captured', 'displaced'])

const isAbout = (reading: EvidenceReading, draft: Draft): boolean => {
  if (reading.about === 'blame') return draft.attribute === 'perpetrator'
  if (reading.about === 'figures') return FIGURES.has(draft.attribute)
  return FIGURES.has(draft.attribute) || draft.attribute === 'perpetrator' || draft.attribute === 'type'
}

/** How many sentences back words about evidence may reach. */
const REACH = 3

/** Puts what is said of evidence on the claims it concerns: those just made by others, of the kind that the words name. */
export const attachEvidence = (
  view: View,
  readings: readonly EvidenceReading[],
  incidents: readonly Draft[][],
  homeOf: (i: number) => number,
): void => {
  for (const reading of readings) {
    const first = view.sentences[reading.sentence]!.first
    const home = homeOf(first)
    const drafts = incidents[home] ?? incidents[0]
    if (!drafts) continue
    const sentence = (draft: Draft): number => view.tokens[view.tokenAt(draft.spans[0].start)]?.sentence ?? -1
    const near = (draft: Draft): boolean => sentence(draft) <= reading.sentence && sentence(draft) >= reading.sentence - REACH
    const fits = drafts.filter((draft) => isAbout(reading, draft))
    const attributed = fits.filter(({ statement }) => statement !== undefined)
    const choices = [attributed.filter(near), fits.filter(near), attributed, fits, drafts.filter(near), drafts]
    const chosen = choices.find((list) => list.length > 0) ?? []
    const evidence: Evidence = {
      status: reading.status,
      kind: reading.kind,
      spans: [span(reading.start, reading.end)],
      statement: reading.statement?.id ?? null,
    }
    for (const draft of chosen) draft.evidence.push(evidence)
  }
}
