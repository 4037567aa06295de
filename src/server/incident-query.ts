import { z } from 'zod'
import type { IncidentFilter } from '../actions/incident-filter.ts'
import { CARD_ORDERS } from '../ledger/search-cards.ts'
import { INCIDENT_STATUSES } from '../model/incident.ts'

/** U+0000 and lone surrogates cannot be stored; they become U+FFFD, as in documents. */
const line = z
  .string()
  .trim()
  .max(1_000)
  .transform((words) => words.replaceAll('\u0000', '\uFFFD').toWellFormed())

/** Query strings spell "no filter" as an empty value. */
const given = <Shape extends z.ZodType>(shape: Shape) => z.preprocess((value) => (value === '' ? undefined : value), shape.optional())

const people = z.coerce.number().int().min(0).max(1_000_000_000)

const FILTER = {
  q: given(line),
  type: given(line),
  country: given(z.string().regex(/^[A-Z]{2}$/)),
  status: given(z.enum(INCIDENT_STATUSES)),
  from: given(z.iso.date()),
  to: given(z.iso.date()),
  actor: given(line),
  weapon: given(line),
  killed_min: given(people),
  killed_max: given(people),
  differs: given(line),
  origins: given(z.coerce.number().int().min(1).max(1_000)),
  box: given(line),
}

/** The query string of a list of incidents. */
export const listQuery = z.object({
  ...FILTER,
  order: given(z.enum(CARD_ORDERS)),
  limit: given(z.coerce.number().int().min(1).max(500)),
  after: given(line),
})

const mapShape = z.object({ ...FILTER, zoom: given(z.coerce.number().int().min(0).max(22)), window: given(line) })

type Absent<Query> = { [Key in keyof Query]?: Exclude<Query[Key], undefined> }

/** Leaves out what was not asked for: an absent filter and an undefined one are not the same to those who read them. */
export const withoutAbsent = <Query extends object>(query: Query): Absent<Query> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as never

const toFilter = <Query extends { killed_min?: number | undefined; killed_max?: number | undefined }>({
  killed_min: killedMin,
  killed_max: killedMax,
  ...rest
}: Query) => withoutAbsent({ ...rest, killedMin, killedMax }) as Absent<typeof rest> & IncidentFilter

type Asked = Readonly<Record<string, string>>

/** What a list of incidents is narrowed to, its order and page. Throws what zod throws. */
export const readListQuery = (asked: Asked) => toFilter(listQuery.parse(asked))

/** What a map is narrowed to, its zoom, and the window it is drawn for. */
export const readMapQuery = (asked: Asked) => ({ zoom: 2, ...toFilter(mapShape.parse(asked)) })
