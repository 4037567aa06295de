import { countryOf, daysOf, namesOf, placeOf, type Shape, type Shaped } from './shape.ts'

const empty = (): undefined => undefined

/** 1 the day, 2 two to six days, 3 a week, 4 a month, 5 longer. */
const datePrecision = (days: number): number => (days === 1 ? 1 : days <= 6 ? 2 : days === 7 ? 3 : days <= 31 ? 4 : 5)

const labelOf = ({ policy }: Shaped, name: string): string | undefined => policy.labels.find((label) => label.name === name)?.value

const documents = (of: (document: Shaped['record']['documents'][number]) => string | null) => (shaped: Shaped) =>
  [...new Set(shaped.record.documents.flatMap((document) => of(document) ?? []))].join('; ')

/** What remains of rival figures, or what a person chose in their place, within what sources state. */
const bestOf = ({ view, estimate }: Shaped): number | null => {
  if (!estimate) return null
  const chosen = view.published.find(
    ({ attribute, policy, scopeKey }) => attribute === 'killed' && policy === 'person' && scopeKey === estimate.scopeKey,
  )
  const [low, high] = [estimate.low ?? 0, estimate.high ?? Number.POSITIVE_INFINITY]
  const own = chosen && chosen.low !== null && chosen.low === chosen.high && chosen.low >= low && chosen.low <= high ? chosen.low : null
  return own ?? estimate.best
}

const wkt = (shaped: Shaped): string | undefined => {
  const place = placeOf(shaped)
  return place && place.lat !== null && place.lon !== null ? `POINT (${place.lon} ${place.lat})` : undefined
}

/** One clear event, or one of which the day or the place is known only roughly. */
const clarity = (shaped: Shaped): number => ((daysOf(shaped)?.days ?? 99) <= 6 && (placeOf(shaped)?.precision ?? 7) <= 4 ? 1 : 2)

const year = (shaped: Shaped): string | undefined => daysOf(shaped)?.from.slice(0, 4)
const speakers = ({ view }: Shaped): string => view.origins.map(({ name }) => name).join('; ')

/** The 49 columns of UCDP's georeferenced events; numbers that UCDP gives out itself stay empty. `best` stays empty until a person chooses. */
export const ucdpShape: Shape = {
  policy: 'ucdp',
  columns: [
    ['id', ({ view }) => view.id],
    ['relid', empty],
    ['year', year],
    ['active_year', empty],
    ['code_status', ({ view }) => (view.publication.status === 'published' ? 'Clear' : 'Check')],
    ['type_of_violence', empty],
    ['conflict_dset_id', empty],
    ['conflict_new_id', empty],
    ['conflict_name', empty],
    ['dyad_dset_id', empty],
    ['dyad_new_id', empty],
    ['dyad_name', empty],
    ['side_a_dset_id', empty],
    ['side_a_new_id', empty],
    ['side_a', (shaped) => namesOf(shaped, 'perpetrator')],
    ['side_b_dset_id', empty],
    ['side_b_new_id', empty],
    ['side_b', (shaped) => namesOf(shaped, 'target')],
    ['number_of_sources', (shaped) => labelOf(shaped, 'number_of_sources')],
    ['source_article', documents(({ title, published }) => [title, published?.slice(0, 10)].filter(Boolean).join(', ') || null)],
    ['source_office', documents(({ issuer }) => issuer.name)],
    ['source_date', documents(({ published }) => published?.slice(0, 10) ?? null)],
    ['source_headline', documents(({ title }) => title)],
    ['source_original', speakers],
    ['where_prec', (shaped) => placeOf(shaped)?.precision],
    ['where_coordinates', (shaped) => placeOf(shaped)?.name],
    ['where_description', (shaped) => placeOf(shaped)?.words],
    ['adm_1', empty],
    ['adm_2', empty],
    ['latitude', (shaped) => placeOf(shaped)?.lat],
    ['longitude', (shaped) => placeOf(shaped)?.lon],
    ['geom_wkt', wkt],
    ['priogrid_gid', empty],
    ['country', countryOf],
    ['country_id', empty],
    ['region', empty],
    ['event_clarity', clarity],
    ['date_prec', (shaped) => (daysOf(shaped) ? datePrecision(daysOf(shaped)!.days) : undefined)],
    ['date_start', (shaped) => daysOf(shaped)?.from],
    ['date_end', (shaped) => daysOf(shaped)?.to],
    ['deaths_a', empty],
    ['deaths_b', empty],
    ['deaths_civilians', (shaped) => labelOf(shaped, 'deaths_civilians')],
    ['deaths_unknown', (shaped) => labelOf(shaped, 'deaths_unknown')],
    ['best', bestOf],
    ['high', ({ estimate }) => estimate?.high],
    ['low', ({ estimate }) => estimate?.low],
    ['gwnoa', empty],
    ['gwnob', empty],
  ],
}
