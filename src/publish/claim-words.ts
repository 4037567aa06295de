import type { Claim, Evidence, Scope } from '../model/claim.ts'
import { isFigureClaim } from '../model/claim.ts'
import type { ClaimRecord, MentionRecord, StatementRecord } from '../model/record.ts'
import { attributeWords, positionWords } from './attribute-words.ts'
import { dateText, dateView } from './date-view.ts'
import { figureNoun, figureShort, figureWords } from './figure-words.ts'

/** Mentions of several documents, found by document and id. */
export type MentionIndex = ReadonlyMap<string, MentionRecord>

const at = (document: string, mention: string): string => `${document} ${mention}`

export const indexMentions = (mentions: readonly MentionRecord[]): MentionIndex =>
  new Map(mentions.map((record) => [at(record.document, record.mention.id), record]))

const findMention = (index: MentionIndex, document: string, mention: string): MentionRecord | undefined => index.get(at(document, mention))

/** Words as they stand on one line: runs of white space become one space. */
export const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** The claim as it stands: as read, or with the value a person put in its place. */
export const standing = (record: ClaimRecord): Claim =>
  record.review.state === 'edited' && record.review.value !== null
    ? ({ ...record.claim, value: record.review.value } as Claim)
    : record.claim

/** The claim's own words, pieces of one claim joined by an ellipsis. */
export const claimQuote = (record: Pick<ClaimRecord, 'words'>): string => record.words.map(oneLine).join(' … ')

/** `in three air strikes in Iraq`, `at 3 sites in Iraq`: what a figure covers, in the speaker's terms. */
export const scopeWords = (index: MentionIndex, document: string, { places, sites, text }: Scope): string => {
  const names = places.map((place) => oneLine(findMention(index, document, place)?.words ?? place))
  const where = names.length > 0 ? `in ${names.join(' and ')}` : ''
  const many = text ? `in ${oneLine(text)}` : sites === null ? '' : `at ${sites} ${sites === 1 ? 'site' : 'sites'}`
  return [many, where].filter(Boolean).join(' ')
}

const EVIDENCE: Readonly<Record<Evidence['status'], string>> = {
  offered: 'offered',
  withheld: 'withheld',
  'none-given': 'none given',
  verified: 'verified',
  'could-not-verify': 'could not be verified',
  disputed: 'disputed',
}

export const evidenceWords = ({ status, kind }: Pick<Evidence, 'status' | 'kind'>): string =>
  kind ? `${EVIDENCE[status]}: ${kind}` : EVIDENCE[status]

const MODALITIES: Readonly<Record<Claim['modality'], string | null>> = {
  asserted: null,
  alleged: 'alleged',
  denied: 'denied',
  possible: 'said to be possible',
  counterfactual: 'would have',
  future: 'expected',
}

const ROLES = { hit: null, 'launched-from': 'launched from here', 'treated-at': 'treated here' } as const

/** What must be said beside a value so that its words do not claim more than the speaker did. */
export const qualifiers = (index: MentionIndex, record: ClaimRecord): readonly string[] => {
  const claim = standing(record)
  const said: (string | null)[] = [MODALITIES[claim.modality]]
  if (isFigureClaim(claim)) {
    const { scope, extent, people } = claim.value
    if (scope) said.push(scopeWords(index, record.document, scope))
    if (extent === 'group')
      said.push(people.text && !claimQuote(record).includes(people.text) ? people.text : null, 'one of several groups')
  }
  if (claim.attribute === 'place') said.push(ROLES[claim.value.role ?? 'hit'])
  if (claim.retracts) said.push('withdrawn by the document')
  return said.filter((each): each is string => each !== null && each !== '')
}

/** A value as understood: `at least 25`, `29 Dec 2019`, `denies carrying it out`. */
export const claimGist = (record: ClaimRecord): string => {
  const claim = standing(record)
  if (isFigureClaim(claim)) return figureWords(claim.value)
  const words = oneLine(record.mention?.words ?? claimQuote(record))
  switch (claim.attribute) {
    case 'date':
      return record.mention?.mention.kind === 'time' ? dateText(dateView(record.mention)) : words
    case 'place': {
      const { relation } = claim.value
      return relation && relation !== 'at' && !words.toLowerCase().startsWith(relation) ? `${relation} ${words}` : words
    }
    case 'perpetrator':
    case 'target':
    case 'weapon':
    case 'victim':
      return words
    case 'position':
      return positionWords(claim.value)
    default:
      return claim.value.text
  }
}

/** For the margin beside a document: `killed 25+`, `where: near al-Qaim`. */
export const claimNote = (record: ClaimRecord): string => {
  const claim = standing(record)
  if (isFigureClaim(claim))
    return claim.attribute === 'quantity'
      ? `counted: ${claimQuote(record)}`
      : `${figureNoun(claim.attribute)} ${figureShort(claim.value)}${claim.value.extent === 'part' ? ', of them' : ''}`
  if (claim.attribute === 'position') return claimGist(record)
  return `${attributeWords(claim.attribute).toLowerCase()}: ${claimGist(record)}`
}

export const findStatement = (statements: readonly StatementRecord[], document: string, id: string): StatementRecord | undefined =>
  statements.find((record) => record.document === document && record.statement.id === id)
