import type { DocumentLine } from '../document-list-view.ts'
import type { SourceLine } from '../source-view.ts'
import { toCsv } from './rows-csv.ts'

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
    ],
    lines,
  )
