import type { Attribute, Claim } from '../../model/claim.ts'
import { isFigureClaim } from '../../model/claim.ts'
import type { Analysis } from '../../model/reading.ts'
import type { Statement } from '../../model/statement.ts'
import { BIAS, WEIGHTS } from './confidence-weights.ts'

/** Attributes whose claims are calibrated: those with gold to hold them against. All others keep null. */
export const CALIBRATED: ReadonlySet<Attribute> = new Set<Attribute>([
  'killed',
  'wounded',
  'missing',
  'captured',
  'date',
  'place',
  'perpetrator',
])

type Parts = Pick<Analysis, 'document' | 'mentions' | 'statements' | 'incidents' | 'claims'>

/** How far the opening of a report reaches, in code units. */
const OPENING = 700

const sizeOf = (n: number): string => (n <= 1 ? 'one' : n === 2 ? 'two' : n <= 4 ? 'few' : 'many')

const voiceOf = (claim: Claim, statement: Statement | undefined): string => {
  if (claim.statement === null) return 'own'
  if (!statement?.source) return 'hidden'
  return statement.speaker === null ? 'described' : 'known'
}

const formOf = (claim: Claim): string => {
  if (!isFigureClaim(claim)) return ''
  const { low, high, approximate, words } = claim.value
  if (words !== null) return 'words'
  if (approximate) return 'approximate'
  return low === 0 && high === 0 ? 'none' : low === high ? (low === 1 ? 'single' : 'exact') : 'open'
}

/**
 * The named features of a claim that say how sure its reading is: the rules that found it, whose voice, how it is put, the form of a
 * figure, where it stands, how many incidents the document tells of, and whether the document says the same again. No word is one.
 */
export const confidenceFeatures = ({ document, mentions, statements, incidents, claims }: Parts): ((claim: Claim) => readonly string[]) => {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const mentionById = new Map(mentions.map((mention) => [mention.id, mention]))
  const status = new Map(incidents.map((incident) => [incident.id, incident.status]))
  const headline = document.passages.find(({ kind }) => kind === 'headline')
  const keyOf = (claim: Claim): string => {
    const value = isFigureClaim(claim)
      ? `${claim.value.low} ${claim.value.high}`
      : 'mention' in claim.value
        ? nameOf(claim.value.mention)
        : ''
    return `${claim.incident} ${claim.attribute} ${value}`
  }
  const nameOf = (id: string): string => {
    const mention = mentionById.get(id)
    if (!mention) return id
    if (mention.kind === 'time') return mention.value ?? id
    if (mention.kind === 'place') return mention.name ?? document.text.slice(mention.start, mention.end)
    return mention.kind === 'party' && mention.actor ? mention.actor : document.text.slice(mention.start, mention.end).toLowerCase()
  }
  const again = new Map<string, number>()
  const rivals = new Map<string, Set<string>>()
  for (const claim of claims) {
    const key = keyOf(claim)
    again.set(key, (again.get(key) ?? 0) + 1)
    const all = `${claim.incident} ${claim.attribute}`
    rivals.set(all, (rivals.get(all) ?? new Set()).add(key))
  }
  return (claim) => {
    const { attribute, modality, because } = claim
    const at = claim.spans[0].start
    const features = [
      `attribute=${attribute}`,
      `voice=${voiceOf(claim, claim.statement === null ? undefined : byId.get(claim.statement))}`,
      `modality=${modality}`,
      `status=${status.get(claim.incident) ?? 'happened'}`,
      `incidents=${sizeOf(incidents.length)}`,
      `values=${sizeOf(rivals.get(`${claim.incident} ${attribute}`)?.size ?? 1)}`,
      `again=${(again.get(keyOf(claim)) ?? 1) > 1}`,
      at < (headline?.end ?? 0) ? 'stands=headline' : at < OPENING ? 'stands=opening' : 'stands=later',
      ...because.map((rule) => `rule=${rule}`),
    ]
    if (claim.incident === incidents[0]?.id) features.push('incident=first')
    const form = formOf(claim)
    if (form !== '') features.push(`form=${form}`)
    if (isFigureClaim(claim)) features.push(`extent=${claim.value.extent}`)
    const mention = 'mention' in claim.value ? mentionById.get(claim.value.mention) : undefined
    if (mention?.kind === 'place') features.push(`precision=${mention.precision}`, `located=${mention.lat !== null}`)
    if (mention?.kind === 'time') features.push(`dated=${mention.from !== null}`, `assumed=${mention.assumed.length > 0}`)
    if (mention?.kind === 'party') features.push(`party=${mention.type}`, `named=${mention.named}`)
    return features
  }
}

/** How likely the claim is read rightly, from 0 to 1, in steps of one per cent. `models/confidence.md` says what "rightly" was held against. */
export const weighFeatures = (features: readonly string[]): number => {
  let sum = BIAS
  for (const feature of new Set(features)) sum += WEIGHTS[feature] ?? 0
  return Math.round(100 / (1 + Math.exp(-sum))) / 100
}

/** The claims of a document, each calibrated attribute with its confidence. Says how sure the reading is, never whether it is true. */
export const withConfidence = (parts: Parts): readonly Claim[] => {
  const featuresOf = confidenceFeatures(parts)
  return parts.claims.map((claim) => (CALIBRATED.has(claim.attribute) ? { ...claim, confidence: weighFeatures(featuresOf(claim)) } : claim))
}
