import { isFigureClaim } from '../../model/claim.ts'
import type { IncidentRecord } from '../../model/record.ts'
import { claimGist, claimQuote } from '../claim-words.ts'
import { METHOD_VERSION } from '../method.ts'
import { listSaid, type Said } from '../said.ts'
import { type Cell, toCsv } from './rows-csv.ts'

const figureOf = ({ claim }: Said) => (isFigureClaim(claim) ? claim.value : undefined)

const COLUMNS: readonly (readonly [name: string, of: (said: Said) => Cell])[] = [
  ['claim', ({ record }) => record.id],
  ['incident', ({ record }) => record.incident],
  ['attribute', ({ claim }) => claim.attribute],
  ['value', ({ record }) => claimGist(record)],
  ['low', (said) => figureOf(said)?.low],
  ['high', (said) => figureOf(said)?.high],
  ['extent', (said) => figureOf(said)?.extent],
  ['modality', ({ claim }) => claim.modality],
  ['standing', ({ standing }) => standing],
  ['quote', ({ record }) => claimQuote(record)],
  ['sentence', ({ record }) => record.sentence.text],
  ['start', ({ record }) => record.claim.spans[0].start],
  ['end', ({ record }) => record.claim.spans.at(-1)!.end],
  ['said_by', ({ origin }) => origin.name],
  ['speaker_kind', ({ origin }) => origin.kind],
  ['own_voice', ({ origin }) => (origin.own ? 'yes' : 'no')],
  ['passed_on_by', ({ record }) => record.claim.chain.join(' > ')],
  ['document', ({ record }) => record.document],
  ['title', ({ document }) => document.title],
  ['issuer', ({ document }) => document.issuer.name],
  ['published', ({ document }) => document.published],
  ['url', ({ document }) => document.url],
  ['sha256', ({ document }) => document.content.sha256],
  ['review', ({ record }) => record.review.state],
  ['reviewed_by', ({ record }) => record.review.by],
  ['reviewed_at', ({ record }) => record.review.at],
  ['marked_by', ({ record }) => record.hand?.by],
  ['confidence', ({ claim }) => claim.confidence],
  ['method', () => METHOD_VERSION],
]

/** Every claim with its anchor, who says it and what people decided: what makes each cell of the other files traceable. */
export const toClaimsCsv = (records: readonly IncidentRecord[]): string => toCsv(COLUMNS, records.flatMap(listSaid))
