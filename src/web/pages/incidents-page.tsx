import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { IncidentLine } from '../../server/wire.ts'
import { FILTER_KEYS, getTimeline, type ListFilter, listIncidents, toQuery } from '../api.ts'
import { useEndless } from '../parts/endless.ts'
import { ExportButton } from '../parts/export-sheet.tsx'
import { IncidentFilters } from '../parts/incident-filters.tsx'
import { PageList, PaneList } from '../parts/incident-list.tsx'
import { IncidentTimeline } from '../parts/incident-timeline.tsx'
import { useNarrow } from '../parts/narrow.ts'
import { Loading, ProblemNote } from '../parts/problem-note.tsx'
import { useTitle } from '../parts/title.ts'
import { TwinLinks } from '../parts/twin-links.tsx'
import { texts } from '../texts.ts'

const words = texts.list

const IncidentMap = lazy(async () => ({ default: (await import('../parts/incident-map.tsx')).IncidentMap }))

const VIEWS = ['list', 'map', 'timeline'] as const
type View = (typeof VIEWS)[number]

/** What the address holds: the filter, which pane a narrow screen shows, and the incident that is chosen. */
export type IncidentsSearch = ListFilter & Readonly<{ view?: string; at?: string }>

const Empty = ({ isFiltered }: Readonly<{ isFiltered: boolean }>) => (
  <section className="teach">
    <h2>{isFiltered ? words.noneHeading : words.emptyHeading}</h2>
    <p>{isFiltered ? words.none : words.empty}</p>
    <p className="teach-actions">
      {isFiltered ? (
        <Link to="/incidents" search={{}} className="button">
          {words.clear}
        </Link>
      ) : (
        <Link to="/add" className="button is-main">
          {words.emptyAction}
        </Link>
      )}
    </p>
  </section>
)

const Views = ({ view, onView }: Readonly<{ view: View; onView: (view: View) => void }>) => (
  <fieldset className="views">
    <legend className="sr-only">{words.views.label}</legend>
    {VIEWS.map((each) => (
      <label key={each} className={each === view ? 'view is-on' : 'view'}>
        <input type="radio" name="view" className="sr-only" checked={each === view} onChange={() => onView(each)} />
        {words.views[each]}
      </label>
    ))}
  </fieldset>
)

/** The incidents: list, map and timeline side by side, narrowed by what stands in the address; one at a time where there is little width. */
export const IncidentsPage = () => {
  const search: IncidentsSearch = useSearch({ from: '/incidents' })
  const navigate = useNavigate({ from: '/incidents' })
  const filter: ListFilter = Object.fromEntries(FILTER_KEYS.flatMap((key) => (search[key] ? [[key, search[key]]] : [])))
  const isNarrow = useNarrow()
  const view = VIEWS.find((each) => each === search.view) ?? 'list'
  const [lit, setLit] = useState<string | null>(null)
  useTitle(words.heading)
  const { pages, error, isPending, isFetchingNextPage, refetch, onEnd } = useEndless(['incidents', filter], (after) =>
    listIncidents(filter, after),
  )
  const lines = pages.flatMap(({ incidents }) => incidents)
  const { data: times } = useQuery({ queryKey: ['timeline', filter], queryFn: () => getTimeline(filter), placeholderData: (old) => old })
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />
  const isFiltered = FILTER_KEYS.some((key) => filter[key])
  const change = (more: IncidentsSearch) => void navigate({ search: (old) => ({ ...old, ...more }), replace: true, resetScroll: false })
  const clear = () => void navigate({ search: ({ view: pane }) => (pane ? { view: pane } : {}), replace: true })
  const known = new Map<string, IncidentLine>([...(times?.incidents ?? []), ...lines].map((line) => [line.id, line]))
  const marked = lit ?? search.at
  const picking = { lit, chosen: search.at, onLight: setLit }
  const List = isNarrow ? PageList : PaneList
  const shows = (pane: View): boolean => !isNarrow || view === pane
  return (
    <div className="incidents">
      <div className="incidents-head">
        <div className="list-head">
          <h1>{words.heading}</h1>
          {times && lines.length > 0 && (
            <p className="list-count" role="status">
              {words.total(times.total)}
            </p>
          )}
          {lines.length > 0 && (
            <>
              <TwinLinks path="/incidents" query={toQuery(filter)} kinds={['csv', 'geojson', 'json']} />
              <ExportButton query={toQuery(filter)} />
            </>
          )}
        </div>
        {(isFiltered || lines.length > 0) && <IncidentFilters filter={filter} set={change} clear={clear} />}
        {isNarrow && (isFiltered || lines.length > 0) && <Views view={view} onView={(next) => change({ view: next })} />}
      </div>
      {isPending ? (
        <Loading />
      ) : lines.length === 0 && !filter.box ? (
        <Empty isFiltered={isFiltered} />
      ) : (
        <div className="panes">
          {shows('list') && (
            <section className="pane list-pane" aria-label={words.views.list}>
              {lines.length === 0 ? <p className="pane-note">{words.noneHeading}</p> : <List lines={lines} {...picking} onEnd={onEnd} />}
              <p className="pane-foot">{isFetchingNextPage ? words.more : words.barNote}</p>
            </section>
          )}
          {shows('map') && (
            <Suspense
              fallback={
                <section className="pane map-pane">
                  <p className="pane-note" role="status">
                    {texts.map.loading}
                  </p>
                </section>
              }
            >
              <IncidentMap
                filter={filter}
                lit={marked ? known.get(marked) : undefined}
                onChoose={(at) => change({ at })}
                onBox={(box) => change({ box })}
              />
            </Suspense>
          )}
          {shows('timeline') && (
            <IncidentTimeline filter={filter} {...picking} onChoose={(at) => change({ at })} onDays={(days) => change(days)} />
          )}
        </div>
      )}
    </div>
  )
}
