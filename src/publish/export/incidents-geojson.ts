import type { IncidentCard } from '../../model/record.ts'
import { METHOD_VERSION } from '../method.ts'

type Feature = Readonly<{
  type: 'Feature'
  id: string
  geometry: Readonly<{ type: 'Point'; coordinates: readonly [lon: number, lat: number] }> | null
  properties: Readonly<Record<string, string | number | null>>
}>

const toFeature = (card: IncidentCard): Feature => {
  const { place } = card
  return {
    type: 'Feature',
    id: card.id,
    geometry: place && place.lon !== null && place.lat !== null ? { type: 'Point', coordinates: [place.lon, place.lat] } : null,
    properties: {
      title: card.title,
      event_type: card.type,
      sub_event_type: card.subType,
      status: card.status,
      date_from: card.date?.from ?? null,
      date_to: card.date?.to ?? null,
      place: place?.name ?? null,
      country: place?.country ?? null,
      precision: place?.precision ?? null,
      precision_m: place?.radiusM ?? null,
      killed_low: card.tolls.killed?.low ?? null,
      killed_high: card.tolls.killed?.high ?? null,
      origins: card.origins,
      differs: card.differs.join('; '),
      claims: card.claims,
      checked: card.checked,
    },
  }
}

/** The list of incidents as GeoJSON (RFC 7946): one feature each, geometry null where nobody places it. */
export const toIncidentsGeojson = (
  cards: readonly IncidentCard[],
): Readonly<{ type: 'FeatureCollection'; method: string; policy: 'range'; features: readonly Feature[] }> => ({
  type: 'FeatureCollection',
  method: METHOD_VERSION,
  policy: 'range',
  features: cards.map(toFeature),
})
