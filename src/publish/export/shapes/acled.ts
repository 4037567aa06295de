import { countryOf, daysOf, disputeOf, namesOf, placeOf, type Shape, type Shaped, sourcesOf } from './shape.ts'

const DEMONSTRATIONS: ReadonlySet<string> = new Set([
  'Peaceful protest',
  'Protest with intervention',
  'Excessive force against protesters',
  'Violent demonstration',
])

const disorderOf = ({ view: { type, subType } }: Shaped): string => {
  if (type === 'Strategic developments') return type
  if (subType === 'Excessive force against protesters') return 'Political violence; Demonstrations'
  return DEMONSTRATIONS.has(subType) ? 'Demonstrations' : 'Political violence'
}

/** 1 a day, 2 a week, 3 a month or more. */
const timePrecision = (days: number): number => (days === 1 ? 1 : days <= 7 ? 2 : 3)

/** UCDP's seven steps as ACLED's three: the spot or town, nearby or part of a region, a region. */
const geoPrecision = (precision: number): number => (precision === 1 ? 1 : precision <= 3 ? 2 : 3)

const empty = (): undefined => undefined

const notesOf = (shaped: Shaped): string =>
  [`${shaped.view.title}.`, shaped.estimate ? `Killed: ${shaped.estimate.words}.` : '', disputeOf(shaped)].filter(Boolean).join(' ')

/** The 31 columns of ACLED's events; what documents do not tell stays empty. */
export const acledShape: Shape = {
  policy: 'acled',
  columns: [
    ['event_id_cnty', ({ view }) => view.id],
    ['event_date', (shaped) => daysOf(shaped)?.from],
    ['year', (shaped) => daysOf(shaped)?.from.slice(0, 4)],
    ['time_precision', (shaped) => (daysOf(shaped) ? timePrecision(daysOf(shaped)!.days) : undefined)],
    ['disorder_type', disorderOf],
    ['event_type', ({ view }) => view.type],
    ['sub_event_type', ({ view }) => view.subType],
    ['actor1', (shaped) => namesOf(shaped, 'perpetrator')],
    ['assoc_actor_1', empty],
    ['inter1', empty],
    ['actor2', (shaped) => namesOf(shaped, 'target')],
    ['assoc_actor_2', empty],
    ['inter2', empty],
    ['interaction', empty],
    ['civilian_targeting', ({ view }) => (view.type === 'Violence against civilians' ? 'Civilian targeting' : undefined)],
    ['iso', empty],
    ['region', empty],
    ['country', countryOf],
    ['admin1', empty],
    ['admin2', empty],
    ['admin3', empty],
    ['location', (shaped) => placeOf(shaped)?.name ?? placeOf(shaped)?.words],
    ['latitude', (shaped) => placeOf(shaped)?.lat],
    ['longitude', (shaped) => placeOf(shaped)?.lon],
    ['geo_precision', (shaped) => (placeOf(shaped) ? geoPrecision(placeOf(shaped)!.precision) : undefined)],
    ['source', sourcesOf],
    ['source_scale', empty],
    ['notes', notesOf],
    ['fatalities', ({ estimate }) => estimate?.best],
    ['tags', empty],
    ['timestamp', ({ record }) => Math.floor(Date.parse(record.card.updated) / 1000)],
  ],
}
