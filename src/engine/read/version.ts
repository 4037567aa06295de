import type { Version } from '../../model/document.ts'

type Reason = Version['reason']

/** Words a headline or a note opens with when the document replaces an earlier one. */
const HEADLINE: readonly (readonly [RegExp, Reason])[] = [
  [/^\W{0,3}(?:retracted|retraction|withdrawn|withdrawal)\s{0,2}[:\-–—]/i, 'retracted'],
  [/^\W{0,3}(?:corrected|correction|refile|clarification)(?:\s\d{1,2})?\s{0,2}[:\-–—(]/i, 'corrected'],
  [/^\W{0,3}(?:updated?)(?:\s\d{1,2})?\s{0,2}[:\-–—(]/i, 'updated'],
]
const NOTE: readonly (readonly [RegExp, Reason])[] = [
  [/\b(?:this|the)\s(?:story|article|report|post|piece|statement)\s(?:has been|was|is)\s(?:retracted|withdrawn)\b/i, 'retracted'],
  [
    /\b(?:this|an earlier version of this|a previous version of this|the)\s(?:story|article|report|post|piece|headline|statement)\s(?:has been|was|is)\s(?:corrected|amended|edited to correct|clarified)\b/i,
    'corrected',
  ],
  [/^\W{0,3}(?:correction|corrections|clarification|editor['’]s note)\b.{0,80}\b(?:earlier|previous|correct)/i, 'corrected'],
  [/\b(?:an earlier|a previous)\sversion of (?:this|the)\s(?:story|article|report|post|headline)\b/i, 'corrected'],
  [/\b(?:this)\s(?:story|article|report|post)\s(?:has been|was)\supdated\b/i, 'updated'],
]
const LONGEST_NOTE = 600

/** What a document says of itself: that it updates, corrects or withdraws an earlier one. Null when it says nothing. */
export const findVersion = (title: string | null, paragraphs: Iterable<string>): Version | null => {
  for (const [pattern, reason] of HEADLINE) {
    const found = title === null ? null : pattern.exec(title)
    if (title !== null && found) return { of: title.slice(found[0].length).trim() || title, reason }
  }
  for (const paragraph of paragraphs) {
    if (paragraph.length > LONGEST_NOTE) continue
    for (const [pattern, reason] of NOTE) if (pattern.test(paragraph)) return { of: title ?? '', reason }
  }
  return null
}
