import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Outlines } from './map-outlines.ts'

/** Colours of the map, from the page's own: so that it is dark when the page is. */
export type MapColours = Readonly<Record<'water' | 'land' | 'border' | 'ink' | 'soft' | 'paper' | 'accent' | 'area', string>>

export const readColours = (): MapColours => {
  const style = getComputedStyle(document.documentElement)
  const of = (name: string): string => style.getPropertyValue(name).trim()
  return {
    water: of('--map-water'),
    land: of('--map-land'),
    border: of('--map-border'),
    ink: of('--ink'),
    soft: of('--ink-faint'),
    paper: of('--paper-raised'),
    accent: of('--accent'),
    area: of('--map-area'),
  }
}

/** The browser's own: a family whose name holds a digit cannot be drawn with. */
const FONT = ['sans-serif']
const EMPTY = { type: 'FeatureCollection', features: [] } as const

const toLayers = ({ water, land, border, ink, soft, paper, accent, area }: MapColours): LayerSpecification[] => [
  { id: 'water', type: 'background', paint: { 'background-color': water } },
  { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': land, 'fill-antialias': false } },
  { id: 'borders', type: 'line', source: 'countries', paint: { 'line-color': border, 'line-width': 0.8 } },
  {
    id: 'names',
    type: 'symbol',
    source: 'names',
    filter: ['>', ['get', 'area'], ['interpolate', ['linear'], ['zoom'], 0, 700, 2, 160, 4, 12, 6, 0]],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 1, 10, 6, 14],
      'text-max-width': 7,
      'text-padding': 6,
      'symbol-sort-key': ['-', 0, ['get', 'area']],
    },
    paint: { 'text-color': soft, 'text-halo-color': land, 'text-halo-width': 1.2 },
  },
  { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': area, 'fill-opacity': 0.13 } },
  {
    id: 'area-edges',
    type: 'line',
    source: 'areas',
    paint: { 'line-color': area, 'line-width': 1.2, 'line-opacity': 0.75, 'line-dasharray': [3, 2.5] },
  },
  {
    id: 'high',
    type: 'circle',
    source: 'points',
    filter: ['all', ['==', ['get', 'kind'], 'point'], ['>', ['get', 'high'], ['get', 'low']]],
    paint: {
      'circle-radius': ['get', 'high'],
      'circle-color': ink,
      'circle-opacity': 0.16,
      'circle-stroke-color': ink,
      'circle-stroke-width': 1,
      'circle-stroke-opacity': 0.5,
    },
  },
  {
    id: 'rings',
    type: 'circle',
    source: 'points',
    filter: ['==', ['get', 'kind'], 'area'],
    paint: { 'circle-radius': 5, 'circle-color': paper, 'circle-stroke-color': area, 'circle-stroke-width': 1.8 },
  },
  {
    id: 'low',
    type: 'circle',
    source: 'points',
    filter: ['==', ['get', 'kind'], 'point'],
    paint: {
      'circle-radius': ['get', 'low'],
      'circle-color': ['case', ['get', 'hollow'], paper, ink],
      'circle-stroke-color': ['case', ['get', 'hollow'], ink, paper],
      'circle-stroke-width': ['case', ['get', 'hollow'], 1.8, 1],
    },
  },
  {
    id: 'many',
    type: 'circle',
    source: 'points',
    filter: ['==', ['get', 'kind'], 'many'],
    paint: { 'circle-radius': ['get', 'low'], 'circle-color': paper, 'circle-stroke-color': ink, 'circle-stroke-width': 1.5 },
  },
  {
    id: 'counts',
    type: 'symbol',
    source: 'points',
    filter: ['==', ['get', 'kind'], 'many'],
    layout: {
      'text-field': [
        'format',
        ['get', 'count'],
        {},
        '\n',
        {},
        ['get', 'differs'],
        { 'text-color': accent, 'font-scale': 0.75 },
        ['get', 'toll'],
        { 'font-scale': 0.78 },
      ],
      'text-line-height': 1.05,
      'text-font': FONT,
      'text-size': 13,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': ink },
  },
  {
    id: 'tolls',
    type: 'symbol',
    source: 'points',
    filter: ['all', ['!=', ['get', 'kind'], 'many'], ['any', ['!=', ['get', 'toll'], ''], ['!=', ['get', 'differs'], '']]],
    layout: {
      'text-field': ['format', ['get', 'differs'], { 'text-color': accent }, ' ', {}, ['get', 'toll'], {}],
      'text-font': FONT,
      'text-size': 12,
      'text-variable-anchor-offset': ['left', [1.3, 0], 'right', [-1.3, 0], 'top', [0, 1.3], 'bottom', [0, -1.3]],
      'symbol-sort-key': ['get', 'rank'],
      'text-padding': 3,
    },
    paint: { 'text-color': ink, 'text-halo-color': land, 'text-halo-width': 1.6 },
  },
  {
    id: 'lit-area',
    type: 'line',
    source: 'lit',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'line-color': ink, 'line-width': 2.2 },
  },
  {
    id: 'lit',
    type: 'circle',
    source: 'lit',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 15, 'circle-color': 'rgba(0, 0, 0, 0)', 'circle-stroke-color': ink, 'circle-stroke-width': 2.4 },
  },
]

/** Layers that a pointer can pick something on, uppermost first. */
export const PICKED = ['many', 'low', 'rings', 'high', 'areas'] as const

/** The whole style: outlines below, marks above, no tile, glyph or sprite server. */
export const toStyle = (colours: MapColours, { countries, names }: Outlines): StyleSpecification => ({
  version: 8,
  sources: {
    countries: { type: 'geojson', data: countries, tolerance: 0.25 },
    names: { type: 'geojson', data: names },
    areas: { type: 'geojson', data: EMPTY as never, tolerance: 0.1 },
    points: { type: 'geojson', data: EMPTY as never },
    lit: { type: 'geojson', data: EMPTY as never },
  },
  layers: toLayers(colours),
})
