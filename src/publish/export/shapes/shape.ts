import type { IncidentRecord } from '../../../model/record.ts'
import { isoWords } from '../../date-view.ts'
import type { Estimate, PolicyView } from '../../figures/estimate.ts'
import { type IncidentView, toIncidentView } from '../../incident-view.ts'
import { METHOD_VERSION } from '../../method.ts'
import { type Cell, toCsv } from '../rows-csv.ts'

/** An incident as somebody else's file shape sees it: its record, its page, and what the shape's policy makes of it. */
export type Shaped = Readonly<{ record: IncidentRecord; view: IncidentView; policy: PolicyView; estimate: Estimate | undefined }>

/** A file shape of the field: its policy and its columns in order. */
export type Shape = Readonly<{
  policy: 'acled' | 'ucdp' | 'ibc'
  columns: readonly (readonly [name: string, of: (shaped: Shaped) => Cell])[]
}>

/** An incident that has no row, and why. */
type LeftOut = Readonly<{ id: string; title: string; why: readonly string[] }>
export type ShapedTable = Readonly<{ rows: readonly Shaped[]; leftOut: readonly LeftOut[] }>

const isChecked = ({ review, hand }: IncidentRecord['claims'][number]): boolean =>
  hand !== null || review.state === 'accepted' || review.state === 'edited'

/** The record with those claims alone that a person has accepted, edited or made. */
const checkedOnly = (record: IncidentRecord): IncidentRecord => ({ ...record, claims: record.claims.filter(isChecked) })

/** Incidents as rows of a shape. Claims that nobody has checked enter only where they are asked for. */
export const toShaped = (shape: Shape, records: readonly IncidentRecord[], withUnchecked: boolean): ShapedTable => {
  const rows: Shaped[] = []
  const leftOut: LeftOut[] = []
  for (const each of records) {
    const { id, card } = each
    const leave = (...why: readonly string[]) => leftOut.push({ id, title: card.title, why })
    const record = withUnchecked ? each : checkedOnly(each)
    if (record.claims.length === 0) {
      leave('none of its claims has been accepted by a person')
      continue
    }
    const view = toIncidentView(record)
    const policy = view.policies.find((one) => one.policy === shape.policy)!
    if (policy.row) rows.push({ record, view, policy, estimate: policy.estimates[0] })
    else leave(...policy.why)
  }
  return { rows, leftOut }
}

const reviewOf = ({ view: { review } }: Shaped): string =>
  review.checked === review.claims ? 'checked' : `${review.checked} of ${review.claims} claims checked`

/** The rows as CSV. With unchecked claims in it a `review` column says so; the method's version stands last. */
export const toShapedCsv = (shape: Shape, { rows }: ShapedTable, withUnchecked: boolean): string =>
  toCsv<Shaped>(
    [
      ...shape.columns,
      ...(withUnchecked ? [['review', reviewOf] as const] : []),
      ['casus_policy', () => shape.policy] as const,
      ['casus_method', () => METHOD_VERSION] as const,
    ],
    rows,
  )

/** The same as data, with what has no row and why. */
export const toShapedJson = (shape: Shape, { rows, leftOut }: ShapedTable, withUnchecked: boolean) => ({
  policy: shape.policy,
  method: METHOD_VERSION,
  unchecked: withUnchecked,
  rows: rows.map((row) => ({
    ...Object.fromEntries(shape.columns.map(([name, of]) => [name, of(row) ?? null])),
    ...(withUnchecked ? { review: reviewOf(row) } : {}),
  })),
  left_out: leftOut,
})

const DAY_MS = 86_400_000

/** The first and last day that somebody gives, and how many days lie between; undated: null. */
export const daysOf = ({ view }: Shaped): Readonly<{ from: string; to: string; days: number }> | null => {
  const ends = view.dates.flatMap(({ from, to }) => (from === null ? [] : [from.slice(0, 10), (to ?? from).slice(0, 10)])).toSorted()
  const [from, to] = [ends[0], ends.at(-1)]
  return from === undefined || to === undefined ? null : { from, to, days: (Date.parse(to) - Date.parse(from)) / DAY_MS + 1 }
}

/** The place that is known best. */
export const placeOf = ({ view }: Shaped): IncidentView['places'][number] | undefined =>
  view.places.toSorted((a, b) => Number(a.lat === null) - Number(b.lat === null) || a.precision - b.precision)[0]

/** What speakers name for an attribute, each value once. */
export const namesOf = ({ view }: Shaped, attribute: 'perpetrator' | 'target' | 'weapon'): string => {
  const entries = view.matrix.rows.filter((row) => row.attribute === attribute && !row.part).flatMap(({ cells }) => cells)
  const current = entries
    .flatMap((cell) => cell.entries)
    .filter(({ standing, modality }) => standing === 'current' && modality !== 'denied')
  return [...new Set(current.map(({ gist }) => gist))].join('; ')
}

/** Whom figures come from: of those that are one or belong together, the first. */
export const sourcesOf = ({ view: { origins, pairs } }: Shaped): string => {
  const joined = new Set(
    pairs.filter(({ relation }) => relation === 'same' || relation === 'affiliated').map(({ pair: [, later] }) => later),
  )
  return origins
    .filter(({ key }) => !joined.has(key))
    .map(({ name }) => name)
    .join('; ')
}

/** What sources differ on, with who says what: one sentence, empty where they agree. */
export const disputeOf = ({ view }: Shaped): string => {
  const parts = view.matrix.rows.flatMap(({ difference }) =>
    difference
      ? [`${difference.label.toLowerCase()} (${difference.accounts.map(({ entry, origin }) => `${origin}: ${entry.gist}`).join('; ')})`]
      : [],
  )
  return parts.length > 0 ? `Disputed: ${parts.join(', ')}.` : ''
}

/** `IQ` as "Iraq". */
export const countryOf = (shaped: Shaped): string => {
  const code = placeOf(shaped)?.country ?? null
  return code && /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code) : ''
}

/** `20 Mar 2003`. */
export const dayWords = (day: string | undefined): string => (day ? isoWords(day) : '')
