import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import {
  AttributionControl,
  type GeoJSONSource,
  type LngLatBoundsLike,
  Map as MapLibre,
  type MapMouseEvent,
  NavigationControl,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useRef, useState } from 'react'
import type { IncidentLine, MapMark } from '../../server/wire.ts'
import { getMap, type ListFilter, listIncidents } from '../api.ts'
import { texts } from '../texts.ts'
import { isArea, type ToCountry, toFeatures, toShape } from './map-marks.ts'
import { findCountry, loadFineOutlines, loadOutlines, type Outlines } from './map-outlines.ts'
import { PICKED, readColours, toStyle } from './map-style.ts'
import 'maplibre-gl/dist/maplibre-gl.css'

setWorkerUrl(workerUrl)

const words = texts.map

/** From this zoom on coasts and borders are drawn finely. */
const FINE_ZOOM = 5.5
/** From this zoom on incidents that still share a mark are listed instead of being come nearer to. */
const NEAREST = 9
const MOST_ZOOM = 13

type View = Readonly<{ zoom: number; window: string }>

const clampLon = (lon: number): number => Math.max(-180, Math.min(180, lon))
const rounded = (n: number): string => String(Math.round(n * 1000) / 1000)

/** The window that is asked for: a little wider than what is seen, on a grid, so that a small move asks for nothing new. */
const toView = (map: MapLibre): View => {
  const bounds = map.getBounds()
  const zoom = Math.max(0, Math.floor(map.getZoom()))
  const step = 90 / 2 ** zoom
  const down = (n: number): number => Math.floor(n / step) * step
  const up = (n: number): number => Math.ceil(n / step) * step
  if (bounds.getEast() - bounds.getWest() >= 300) return { zoom, window: '' }
  const [west, east] = [clampLon(down(bounds.getWest())), clampLon(up(bounds.getEast()))]
  const [south, north] = [Math.max(-90, down(bounds.getSouth())), Math.min(90, up(bounds.getNorth()))]
  return west >= east ? { zoom, window: '' } : { zoom, window: [west, south, east, north].map(rounded).join(',') }
}

const toBox = (map: MapLibre): string => {
  const bounds = map.getBounds()
  return [clampLon(bounds.getWest()), Math.max(-90, bounds.getSouth()), clampLon(bounds.getEast()), Math.min(90, bounds.getNorth())]
    .map(rounded)
    .join(',')
}

const fromBox = (box: string): LngLatBoundsLike | undefined => {
  const [west, south, east, north] = box.split(',').map(Number)
  return [west, south, east, north].every((n) => n !== undefined && Number.isFinite(n)) ? [west!, south!, east!, north!] : undefined
}

const fitMarks = (map: MapLibre, marks: readonly MapMark[]): void => {
  if (marks.length === 0) return
  const reach = (mark: MapMark): number => Math.min(4, (mark.radiusM ?? 0) / 111_000)
  const west = Math.min(...marks.map((mark) => mark.box[0] - reach(mark)))
  const south = Math.min(...marks.map((mark) => mark.box[1] - reach(mark)))
  const east = Math.max(...marks.map((mark) => mark.box[2] + reach(mark)))
  const north = Math.max(...marks.map((mark) => mark.box[3] + reach(mark)))
  map.fitBounds([west, south, east, north], { padding: 56, maxZoom: 6, animate: false })
}

const set = (map: MapLibre, source: string, data: unknown): void => {
  void (map.getSource(source) as GeoJSONSource | undefined)?.setData(data as never)
}

type Props = Readonly<{
  filter: ListFilter
  lit: IncidentLine | undefined
  onChoose: (id: string) => void
  onBox: (box: string) => void
}>

const Picked = ({ mark, filter, onClose }: Readonly<{ mark: MapMark; filter: ListFilter; onClose: () => void }>) => {
  const [west, south, east, north] = mark.box
  const box = [west - 1e-4, south - 1e-4, east + 1e-4, north + 1e-4].map((n) => n.toFixed(5)).join(',')
  const { data } = useQuery({
    queryKey: ['here', filter, box],
    queryFn: () => listIncidents({ ...filter, box }, null),
    enabled: mark.incident === null,
  })
  const lines = mark.incident ? [mark.incident] : data?.incidents
  return (
    <div className="map-picked">
      <p className="map-picked-head">
        <b>{mark.incident ? (mark.incident.date?.words ?? texts.list.noDate) : words.here(mark.count)}</b>
        {mark.place && <span className="soft"> · {mark.place}</span>}
        <button type="button" className="button is-quiet is-small" onClick={onClose}>
          {texts.close}
        </button>
      </p>
      {!lines && <p className="soft">{texts.loading}</p>}
      <ul>
        {lines?.slice(0, 30).map((line) => (
          <li key={line.id}>
            <Link to="/incidents/$id" params={{ id: line.id }}>
              {line.title}
            </Link>
            <span className="soft">
              {!mark.incident && line.date && ` · ${line.date.words}`}
              {line.killed && ` · ${words.killed(line.killed.words)}`}
            </span>
          </li>
        ))}
      </ul>
      {isArea(mark) && (
        <p className="soft">
          {words.within(
            Math.round(mark.radiusM! / 1000).toLocaleString('en'),
            texts.precision[mark.incident?.place?.precision ?? 0] || texts.list.columns.place,
          )}
        </p>
      )}
    </div>
  )
}

const countryIn =
  (outlines: Outlines | null): ToCountry =>
  (lat, lon) =>
    outlines ? findCountry(outlines, lat, lon) : undefined

/** The map as the page's own state: which window, at which zoom. Null until it can be drawn. */
const useMap = (box: string | undefined) => {
  const element = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapLibre | null>(null)
  const [view, setView] = useState<View | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const first = useRef(box)
  const [known, setKnown] = useState<Outlines | null>(null)
  useEffect(() => {
    if (!element.current) return
    let made: MapLibre | undefined
    let outlines: Outlines | undefined
    let isGone = false
    let isFine = false
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    const recolour = () => {
      if (!made || !outlines) return
      const style = toStyle(readColours(), outlines)
      for (const layer of style.layers)
        if ('paint' in layer && layer.paint)
          for (const [name, value] of Object.entries(layer.paint)) made.setPaintProperty(layer.id, name as never, value as never)
      const tolls = style.layers.find(({ id }) => id === 'tolls')
      if (tolls?.type === 'symbol') made.setLayoutProperty('tolls', 'text-field', tolls.layout?.['text-field'])
    }
    const themes = new MutationObserver(recolour)
    const start = async () => {
      const coarse = await loadOutlines()
      outlines = coarse
      setKnown(coarse)
      if (isGone || !element.current) return
      const bounds = first.current ? fromBox(first.current) : undefined
      const opened = new MapLibre({
        container: element.current,
        style: toStyle(readColours(), coarse),
        attributionControl: false,
        maxZoom: MOST_ZOOM,
        minZoom: 0.4,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        renderWorldCopies: false,
        fadeDuration: 0,
        locale: { 'Map.Title': words.label },
        ...(bounds ? { bounds } : { center: [20, 20], zoom: 1 }),
      })
      made = opened
      opened.touchZoomRotate.disableRotation()
      opened.addControl(new NavigationControl({ showCompass: false }), 'top-right')
      opened.addControl(new AttributionControl({ compact: true, customAttribution: words.source }), 'bottom-right')
      opened.on('load', () => {
        element.current?.querySelector('.maplibregl-compact-show')?.classList.remove('maplibregl-compact-show')
        setMap(opened)
        setView(toView(opened))
      })
      opened.on('moveend', () => {
        const next = toView(opened)
        setView((old) => (old && old.zoom === next.zoom && old.window === next.window ? old : next))
        if (isFine || opened.getZoom() < FINE_ZOOM) return
        isFine = true
        void loadFineOutlines().then((found) => {
          outlines = found
          if (!isGone) set(opened, 'countries', found.countries)
        })
      })
      themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
      dark.addEventListener('change', recolour)
    }
    start().catch(() => setFailed(true))
    return () => {
      isGone = true
      themes.disconnect()
      dark.removeEventListener('change', recolour)
      made?.remove()
    }
  }, [])
  return { element, map, view, hasFailed, outlines: known }
}

/** Where it happened, as wide as the words allow. Gathered by the server at every zoom, so that any number can be drawn. */
export const IncidentMap = ({ filter, lit, onChoose, onBox }: Props) => {
  const { element, map, view, hasFailed, outlines } = useMap(filter.box)
  const [picked, setPicked] = useState<MapMark | null>(null)
  const hasFitted = useRef(Boolean(filter.box))
  const { data } = useQuery({
    queryKey: ['map', filter, view],
    queryFn: () => getMap(filter, view!.zoom, view!.window),
    enabled: view !== null,
    placeholderData: keepPreviousData,
  })
  const marks = useRef<readonly MapMark[]>([])
  const { box, ...rest } = filter
  const narrowed = JSON.stringify(rest)
  const wasNarrowed = useRef(narrowed)
  useEffect(() => {
    if (!map || !data) return
    marks.current = data.marks
    const { areas, points } = toFeatures(data.marks, countryIn(outlines))
    set(map, 'areas', areas)
    set(map, 'points', points)
    if (!hasFitted.current && data.marks.length > 0) {
      hasFitted.current = true
      fitMarks(map, data.marks)
    }
  }, [map, data, outlines])
  useEffect(() => {
    if (wasNarrowed.current === narrowed) return
    wasNarrowed.current = narrowed
    setPicked(null)
  }, [narrowed])
  useEffect(() => {
    if (!map) return
    const at = lit?.place?.at
    const shape = at && isArea(at) ? toShape({ ...at, precision: lit?.place?.precision ?? null }, countryIn(outlines)) : undefined
    const area = shape ? [{ type: 'Feature', properties: {}, geometry: shape }] : []
    const point = at ? [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [at.lon, at.lat] } }] : []
    set(map, 'lit', { type: 'FeatureCollection', features: [...area, ...point] })
  }, [map, lit, outlines])
  const isFollowing = Boolean(box)
  const follow = useRef(onBox)
  follow.current = onBox
  const choose = useRef(onChoose)
  choose.current = onChoose
  useEffect(() => {
    if (!map) return
    const at = (event: MapMouseEvent): MapMark | undefined => {
      const near: [[number, number], [number, number]] = [
        [event.point.x - 4, event.point.y - 4],
        [event.point.x + 4, event.point.y + 4],
      ]
      for (const layer of PICKED) {
        const [found] = map.queryRenderedFeatures(layer === 'areas' ? event.point : near, { layers: [layer] })
        if (found) return marks.current[Number(found.properties.mark)]
      }
      return undefined
    }
    const onMove = (event: MapMouseEvent) => {
      map.getCanvas().style.cursor = at(event) ? 'pointer' : ''
    }
    const onClick = (event: MapMouseEvent) => {
      const mark = at(event)
      if (!mark) return setPicked(null)
      const [west, south, east, north] = mark.box
      const isOnePlace = east - west < 1e-4 && north - south < 1e-4
      if (mark.count > 1 && !isOnePlace && map.getZoom() < NEAREST)
        return map.fitBounds([west, south, east, north], { padding: 80, maxZoom: map.getZoom() + 3 })
      setPicked(mark)
      if (mark.incident) choose.current(mark.incident.id)
    }
    map.on('click', onClick)
    map.on('mousemove', onMove)
    return () => {
      map.off('click', onClick)
      map.off('mousemove', onMove)
    }
  }, [map])
  useEffect(() => {
    if (!map || !isFollowing) return
    const onEnd = () => follow.current(toBox(map))
    map.on('moveend', onEnd)
    return () => void map.off('moveend', onEnd)
  }, [map, isFollowing])
  return (
    <section className="pane map-pane" aria-label={texts.list.views.map}>
      <div ref={element} className="map-box" />
      {(hasFailed || !map) && (
        <p className="pane-note" role="status">
          {hasFailed ? words.failed : words.loading}
        </p>
      )}
      {picked && <Picked mark={picked} filter={filter} onClose={() => setPicked(null)} />}
      {map && (
        <div className="map-tools">
          <label className="check">
            <input type="checkbox" checked={isFollowing} onChange={({ target }) => onBox(target.checked ? toBox(map) : '')} />{' '}
            {words.follow}
          </label>
          <button type="button" className="button is-small" onClick={() => data && fitMarks(map, data.marks)}>
            {words.whole}
          </button>
        </div>
      )}
      <p className="pane-foot">
        {data && data.unplaced > 0 && <span>{texts.list.unplaced(data.unplaced)}</span>}
        <span className="pane-legend">
          <i className="key key-point" aria-hidden="true" /> {words.legend.point}
        </span>
        <span className="pane-legend">
          <i className="key key-area" aria-hidden="true" /> {words.legend.area}
        </span>
        <span className="pane-legend">
          <i className="key key-many" aria-hidden="true" /> {words.legend.many}
        </span>
      </p>
    </section>
  )
}
