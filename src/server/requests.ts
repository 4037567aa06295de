import { z } from 'zod'
import type { MarkedValue } from '../actions/mark-claim.ts'
import { ATTRIBUTES, type Claim, MODALITIES } from '../model/claim.ts'
import { ISSUER_KINDS } from '../model/document.ts'
import { EVENT_TYPES } from '../model/incident.ts'
import { GRADES, PAIR_ANSWERS, POLICIES, PUBLISH_STATUSES } from '../model/judgement.ts'
import { COLUMN_TYPES } from '../model/own-column.ts'
import { SHEET_FIELDS } from '../model/sheet-field.ts'
import { STANCES } from '../model/statement.ts'

/** The shapes that requests may have: what does not fit is refused with the name of the field. */

const id = z.string().regex(/^[^\p{C}\s]{1,300}$/u, 'not an identifier')

/** Whether a piece of an address can be an identifier of the ledger at all. */
export const isId = (words: string): boolean => id.safeParse(words).success

/** U+0000 and lone surrogates cannot be stored; they become U+FFFD, as in documents. */
const storable = (words: string): string => words.replaceAll('\u0000', '\uFFFD').toWellFormed()

const day = z.iso.date()
const line = z.string().trim().max(1_000).transform(storable)
const optionalLine = line.optional().transform((words) => words || undefined)
const span = z
  .object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .refine(({ start, end }) => start < end, { message: 'a span ends after it starts' })

/** Query strings spell "no filter" as an empty value. */
const given = <Shape extends z.ZodType>(shape: Shape) => z.preprocess((value) => (value === '' ? undefined : value), shape.optional())

/** Ten million characters: about twenty novels. Larger texts come as files. */
const MAX_PASTE = 10_000_000

export const addRequest = z.object({
  text: z.string().trim().min(1, 'nothing was pasted').max(MAX_PASTE, 'longer than ten million characters: add it as a file'),
  title: optionalLine,
  publisher: optionalLine,
  published: given(z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2}(?:T.{1,30})?)?)?$/, 'a date is written 2021-05-03, 2021-05 or 2021')),
  url: given(z.url({ protocol: /^https?$/ })),
})
export type AddTextRequest = z.input<typeof addRequest>

/** Keys of readings that wait in the tray. */
const trayKey = z.string().regex(/^[0-9a-f]{64}$/, 'not a key of a reading')
const MOST_READINGS = 1_000
export const planRequest = z.object({ readings: z.array(trayKey).min(1).max(MOST_READINGS) })
export const keepRequest = z.object({
  readings: z
    .array(
      z.object({
        key: trayKey,
        choices: z
          .array(z.object({ incident: id, into: z.union([z.literal('apart'), id]) }))
          .max(100)
          .default([]),
      }),
    )
    .min(1)
    .max(MOST_READINGS),
})

const count = z.int().nonnegative().max(1_000_000_000).nullable()
const words = line.nullable()
const people = z.object({
  text: words,
  status: z.enum(['civilian', 'combatant', 'mixed']).nullable(),
  side: words,
  sex: z.enum(['female', 'male']).nullable(),
  age: z.enum(['child', 'adult']).nullable(),
  role: words,
})
const figure = z
  .object({
    low: count,
    high: count,
    approximate: z.boolean(),
    words: z.enum(['tens', 'dozens', 'scores', 'hundreds', 'thousands']).nullable(),
    extent: z.enum(['total', 'group', 'part']),
    of: id.nullable(),
    people,
    scope: z.object({ places: z.array(line).max(50), sites: count, text: line.optional() }).nullable(),
  })
  .refine(({ low, high }) => low === null || high === null || low <= high, { message: 'the low end is above the high end' })

const POSITION = {
  on: z.enum(['carrying-out', 'civilian-harm', 'target']),
  answer: z.enum(['accepts', 'claims-credit', 'partly', 'denies', 'investigating', 'declines']),
}

const markedFigure = z
  .object({
    low: count,
    high: count,
    approximate: z.boolean().optional(),
    extent: z.enum(['total', 'group', 'part']).optional(),
    people: people.optional(),
  })
  .refine(({ low, high }) => low !== null || high !== null, { message: 'a figure needs at least one end' })
  .refine(({ low, high }) => low === null || high === null || low <= high, { message: 'the low end is above the high end' })

const markedValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figure'), figure: markedFigure }),
  z.object({ kind: z.literal('words'), day: day.optional() }),
  z.object({ kind: z.literal('position'), ...POSITION }),
])

export const markRequest = z.object({
  document: id,
  incident: z.union([
    id,
    z
      .object({ title: z.string().trim().min(1).max(300).transform(storable), type: z.string(), subType: z.string() })
      .refine(({ type, subType }) => (EVENT_TYPES as Record<string, readonly string[]>)[type]?.includes(subType), {
        message: 'this type has no such sub-type',
      }),
  ]),
  attribute: z.enum(ATTRIBUTES),
  spans: z.tuple([span], span).refine((spans) => spans.length <= 20, { message: 'more than twenty spans' }),
  value: markedValue as z.ZodType<MarkedValue>,
  speaker: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('own') }),
    z.object({ kind: z.literal('statement'), statement: id }),
    z.object({ kind: z.literal('words'), span, sourceKind: z.enum(ISSUER_KINDS), stance: z.enum(STANCES).optional() }),
  ]),
  modality: z.enum(MODALITIES).optional(),
})
export type MarkClaimRequest = z.input<typeof markRequest>

const mentionValue = z.object({
  mention: id,
  relation: z.enum(['at', 'near', 'between', 'outside']).optional(),
  role: z.enum(['hit', 'launched-from', 'treated-at']).optional(),
})
const victimValue = z.object({
  mention: id,
  age: count,
  band: z.enum(['child', 'adult']).nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  status: z.enum(['civilian', 'combatant']).nullable(),
  occupation: words,
  fate: z.enum(['killed', 'wounded', 'missing', 'captured']).nullable(),
})
const positionValue = z.object({ party: id, ...POSITION })
const textValue = z.object({ text: z.string().trim().min(1).max(10_000).transform(storable) })

const why = z.string().trim().max(5_000).transform(storable).nullable().optional()

export const judgeRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['accept', 'reject', 'unsure']), why }),
  z.object({
    kind: z.literal('edit'),
    value: z.union([figure, victimValue, positionValue, mentionValue, textValue]) as z.ZodType<Claim['value']>,
    why,
  }),
])
export type JudgeClaimRequest = z.input<typeof judgeRequest>

const pairOf = <Item extends z.ZodType>(item: Item) => z.tuple([item, item])
const answer = z.enum(['same', 'different', 'unsure'])
/** Keys of origins, scopes and victims are words; that of the whole incident's scope is empty. */
const key = z.string().max(1_000).transform(storable)
const some = z.array(id).max(1_000).optional()
const choice = z.union([
  z.object({
    attribute: z.enum(['killed', 'wounded', 'missing', 'captured', 'displaced', 'quantity']),
    scope: key,
    policy: z.enum(POLICIES),
  }),
  z.object({
    attribute: z.enum(['killed', 'wounded', 'missing', 'captured', 'displaced', 'quantity']),
    scope: key,
    policy: z.null(),
    low: count,
    high: count,
    approximate: z.boolean().default(false),
  }),
])

const name = z.string().trim().min(1).max(100).transform(storable)
const ownColumn = z.object({
  name,
  type: z.enum(COLUMN_TYPES),
  definition: z.string().trim().max(2_000).transform(storable),
  vocabulary: z.array(name).max(500).default([]),
  removed: z.literal(true).optional(),
})
const savedView = z.object({
  name,
  search: z.record(z.string().max(40), z.string().max(1_000).transform(storable)).refine((search) => Object.keys(search).length <= 30, {
    message: 'more than thirty parameters',
  }),
  removed: z.literal(true).optional(),
})

/** Every judgement that `POST /api/judgements` takes. */
export const judgementRequest = z.union([
  z.object({ kind: z.enum(['accept', 'reject']), claim: id, why }),
  z.object({
    kind: z.literal('edit'),
    claim: id,
    value: z.union([figure, victimValue, positionValue, mentionValue, textValue]) as z.ZodType<Claim['value']>,
    why,
  }),
  z.object({ kind: answer, of: z.enum(['incidents', 'documents']), pair: pairOf(id), why }),
  z.object({ kind: answer, of: z.enum(['scopes', 'victims']), incident: id, pair: pairOf(key), why }),
  z.object({ kind: z.enum(PAIR_ANSWERS), of: z.literal('origins'), incident: id, pair: pairOf(key), why }),
  z.object({ kind: z.literal('merge'), incidents: z.array(id).min(2).max(100), why }),
  z.object({ kind: z.literal('split'), incident: id, documents: some, claims: some, why }),
  z.object({ kind: z.literal('choose'), incident: id, value: choice, why }),
  z.object({ kind: z.literal('status'), incident: id, value: z.object({ status: z.enum(PUBLISH_STATUSES) }), why }),
  z.object({ kind: z.literal('grade'), incident: id, value: z.object({ grade: z.enum(GRADES) }), why }),
  z.object({ kind: z.literal('part-of'), incident: id, value: z.object({ parent: id }), why }),
  z.object({
    kind: z.literal('cell'),
    incident: id,
    value: z.object({ column: id, value: z.string().max(10_000).transform(storable).nullable(), claim: id.nullable().default(null) }),
    why,
  }),
  z.object({ kind: z.literal('column'), column: id.optional(), value: ownColumn, why }),
  z.object({ kind: z.literal('view'), view: id.optional(), value: savedView, why }),
  z.object({
    kind: z.literal('note'),
    incident: id,
    value: z.object({ text: z.string().trim().min(1).max(5_000).transform(storable) }),
    why,
  }),
])
export type MakeJudgementRequest = z.input<typeof judgementRequest>

/** As many as a sheet that is pasted may have cells. */
const MOST_AT_ONCE = 5_000

/** Many judgements at once, and many taken back. */
export const judgementsRequest = z.object({ judgements: z.array(judgementRequest).min(1).max(MOST_AT_ONCE) })
export const withdrawalsRequest = z.object({ judgements: z.array(id).min(1).max(MOST_AT_ONCE) })

export const suggestionQuery = z.object({ incident: given(id), limit: given(z.coerce.number().int().min(1).max(500)), after: given(line) })
export const actorQuery = z.object({
  q: given(line),
  country: given(z.string().regex(/^[A-Z]{2}$/)),
  limit: given(z.coerce.number().int().min(1).max(500)),
  after: given(line),
})
export const dayQuery = z.object({ on: given(day) })

export const withdrawRequest = z.object({ why })

/** A moment: a page as it stood then. */
export const momentQuery = z.object({ at: given(z.iso.datetime()) })

export const reviewQuery = z.object({ incident: given(id), skip: given(z.string().max(20_000)) })
export const compareQuery = z.object({ incident: id, a: given(id), b: given(id) })
export const victimQuery = z.object({ incident: given(id), q: given(line), after: given(line) })

/** Which column of a sheet holds what, by its place from 0. */
export const sheetMapping = z.partialRecord(z.enum(SHEET_FIELDS), z.int().nonnegative().max(199))
