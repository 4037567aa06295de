import type { ActorLine } from '../actor-view.ts'
import type { DocumentLine } from '../document-list-view.ts'
import { METHOD_VERSION } from '../method.ts'
import type { SourceLine } from '../source-view.ts'
import type { VictimGroup } from '../victim-list-view.ts'
import type { VictimDetail } from '../victim-view.ts'
import { toCsv } from './rows-csv.ts'

/** The definitions that a file was made by stand in its last column. */
const METHOD = ['method', () => METHOD_VERSION] as const

/** The list of documents as CSV, one row each. */
export const toDocumentsCsv = (lines: readonly DocumentLine[]): string =>
  toCsv(
    [
      ['id', ({ id }) => id],
      ['title', ({ title }) => title],
      ['issuer', ({ issuer }) => issuer],
      ['issuer_kind', ({ kind }) => kind],
      ['published', ({ published }) => published],
      ['added', ({ added }) => added],
      ['language', ({ language }) => language],
      ['url', ({ url }) => url],
      ['claims', ({ claims }) => claims],
      ['incidents', ({ incidents }) => incidents.map(({ id }) => id).join('; ')],
      ['shares_text_with', ({ shared }) => (shared ? shared.documents - 1 : 0)],
      ['first_of_its_text', ({ shared }) => (shared && !shared.isFirst ? 'no' : 'yes')],
      METHOD,
    ],
    lines,
  )

/** The list of sources as CSV, one row each. */
export const toSourcesCsv = (lines: readonly SourceLine[]): string =>
  toCsv(
    [
      ['key', ({ key }) => key],
      ['name', ({ name }) => name],
      ['kind', ({ kind }) => kind],
      ['actor', ({ actor }) => actor],
      ['documents', ({ documents }) => documents],
      ['first_of_a_shared_text', ({ first }) => first],
      ['copies', ({ copies }) => copies],
      ['quoted_in_documents', ({ quotedIn }) => quotedIn],
      ['claims_quoted', ({ told }) => told],
      ['claims', ({ claims }) => claims],
      METHOD,
    ],
    lines,
  )

/** The actor register as CSV, one row each. */
export const toActorsCsv = (lines: readonly ActorLine[]): string =>
  toCsv(
    [
      ['id', ({ id }) => id],
      ['name', ({ name }) => name],
      ['type', ({ type }) => type],
      ['kind', ({ kind }) => kind],
      ['country', ({ country }) => country],
    ],
    lines,
  )

/** `34 (a nurse) | 36 (the family)`: what is said of somebody, each with who says so. */
const told = (details: readonly VictimDetail[]): string => details.map(({ value, saidBy }) => `${value} (${saidBy})`).join(' | ')

/** People told of by name as CSV, one row each: every detail with who says so. */
export const toVictimsCsv = (groups: readonly VictimGroup[]): string =>
  toCsv(
    [
      ['incident', ({ group }) => group.incident.id],
      ['incident_title', ({ group }) => group.incident.title],
      ['day', ({ group }) => group.incident.day],
      ['name', ({ victim }) => victim.name],
      ['written', ({ victim }) => [...new Set(victim.names.map(({ value }) => value))].join('; ')],
      ['age', ({ victim }) => told(victim.age)],
      ['sex', ({ victim }) => told(victim.sex)],
      ['status', ({ victim }) => told(victim.status)],
      ['occupation', ({ victim }) => told(victim.occupation)],
      ['fate', ({ victim }) => told(victim.fate)],
      ['claims', ({ victim }) => victim.names.map(({ claim }) => claim).join('; ')],
      ['documents', ({ group, victim }) => group.documents.flatMap(({ n, id }) => (victim.documents.includes(n) ? [id] : [])).join('; ')],
      METHOD,
    ],
    groups.flatMap((group) => group.victims.map((victim) => ({ group, victim }))),
  )
