import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { IncidentLine } from '../../server/wire.ts'
import { type ListFilter, listIncidents } from '../api.ts'
import { countryName } from '../parts/country.ts'
import { IncidentFilters } from '../parts/incident-filters.tsx'
import { useNarrow } from '../parts/narrow.ts'
import { Loading, ProblemNote } from '../parts/problem-note.tsx'
import { useTitle } from '../parts/title.ts'
import { TollBar } from '../parts/toll-bar.tsx'
import { texts } from '../texts.ts'

const words = texts.list

/** Heights of a line, as in the style sheet: one line of text, or three where there is little width. */
const LINE = 46
const LINE_NARROW = 104

const Line = ({ line }: Readonly<{ line: IncidentLine }>) => (
  <Link to="/incidents/$id" params={{ id: line.id }} className="line">
    <span className="line-date">{line.date?.words ?? <i>{words.noDate}</i>}</span>
    <span className="line-place" title={line.place ? texts.precision[line.place.precision] : undefined}>
      {line.place ? (
        <>
          {line.place.name}
          {line.place.country && <span className="line-country"> {countryName(line.place.country)}</span>}
        </>
      ) : (
        <i>{words.noPlace}</i>
      )}
    </span>
    <span className="line-what">
      {line.title}
      {line.status !== 'happened' && <span className="line-status"> {texts.kinds[line.status].toLowerCase()}</span>}
    </span>
    <span className="line-toll">
      {line.killed ? (
        <>
          <span className="line-toll-words">
            <span className="sr-only">{words.columns.toll} </span>
            {line.killed.short}
          </span>
          <TollBar toll={line.killed} />
        </>
      ) : (
        <span className="line-none">{words.noToll}</span>
      )}
    </span>
    <span className="line-origins">{words.origins(line.origins)}</span>
    <span className="line-differs">
      {line.differs.length > 0 && (
        <>
          <span aria-hidden="true">◆ {line.differs.join(', ')}</span>
          <span className="sr-only">{words.differs(line.differs)}</span>
        </>
      )}
    </span>
  </Link>
)

const Lines = ({ lines, onEnd }: Readonly<{ lines: readonly IncidentLine[]; onEnd: () => void }>) => {
  const box = useRef<HTMLUListElement>(null)
  const isNarrow = useNarrow()
  const size = isNarrow ? LINE_NARROW : LINE
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => size,
    overscan: 12,
    scrollMargin: box.current?.offsetTop ?? 0,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height of a line is all that a new measure depends on
  useEffect(() => virtual.measure(), [size])
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= lines.length - 20) onEnd()
  }, [last, lines.length, onEnd])
  return (
    <ul ref={box} className="lines" style={{ height: virtual.getTotalSize() }}>
      {shown.map(({ index, key, start }) => (
        <li
          key={key}
          aria-setsize={lines.length}
          aria-posinset={index + 1}
          className="lines-item"
          style={{ height: size, transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
        >
          <Line line={lines[index]!} />
        </li>
      ))}
    </ul>
  )
}

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

/** The list of incidents: one line each, narrowed by what stands in the address. */
export const IncidentsPage = () => {
  const filter: ListFilter = useSearch({ from: '/incidents' })
  useTitle(words.heading)
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['incidents', filter],
    queryFn: ({ pageParam }) => listIncidents(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (previous) => previous,
  })
  const lines = data?.pages.flatMap(({ incidents }) => incidents) ?? []
  const isFiltered = Object.values(filter).some(Boolean)
  const goOn = useRef(() => {})
  goOn.current = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }
  const onEnd = useRef(() => goOn.current()).current
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />
  return (
    <div className="page">
      <div className="list-head">
        <h1>{words.heading}</h1>
        {!isPending && lines.length > 0 && (
          <p className="list-count" role="status">
            {words.count(lines.length, hasNextPage)}
          </p>
        )}
      </div>
      {(isFiltered || lines.length > 0) && <IncidentFilters filter={filter} />}
      {isPending ? (
        <Loading />
      ) : lines.length === 0 ? (
        <Empty isFiltered={isFiltered} />
      ) : (
        <>
          <div className="line line-heads" aria-hidden="true">
            <span>{words.columns.date}</span>
            <span>{words.columns.place}</span>
            <span>{words.columns.what}</span>
            <span>{words.columns.toll}</span>
            <span>{words.columns.origins}</span>
            <span>{words.columns.differs}</span>
          </div>
          <Lines lines={lines} onEnd={onEnd} />
          {isFetchingNextPage && <p className="loading">{words.more}</p>}
          <p className="list-note">{words.barNote}</p>
        </>
      )}
    </div>
  )
}
