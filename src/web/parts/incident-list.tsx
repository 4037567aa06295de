import { Link } from '@tanstack/react-router'
import { useVirtualizer, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef } from 'react'
import type { IncidentLine } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { countryName } from './country.ts'
import { TollBar } from './toll-bar.tsx'

const words = texts.list

/** Heights of a line, as in the style sheet. */
const LINE = 66
const LINE_NARROW = 104

const Where = ({ place }: Pick<IncidentLine, 'place'>) =>
  place ? (
    <span className="line-place" title={texts.precision[place.precision]}>
      {place.name}
      {place.country && countryName(place.country) !== place.name && <span className="line-country">, {countryName(place.country)}</span>}
      {place.precision > 2 && <span className="line-precision"> ({texts.precision[place.precision]})</span>}
    </span>
  ) : (
    <i className="line-place">{words.noPlace}</i>
  )

const Toll = ({ killed }: Pick<IncidentLine, 'killed'>) => (
  <span className="line-toll">
    {killed ? (
      <>
        <span className="line-toll-words">
          <span className="sr-only">{words.columns.toll} </span>
          {killed.short}
        </span>
        <TollBar toll={killed} />
      </>
    ) : (
      <span className="line-none">{words.noToll}</span>
    )}
  </span>
)

type LineProps = Readonly<{ line: IncidentLine; isLit: boolean; isChosen: boolean; onLight: (id: string | null) => void }>

const Line = memo(({ line, isLit, isChosen, onLight }: LineProps) => (
  <Link
    to="/incidents/$id"
    params={{ id: line.id }}
    className={`line${isLit ? ' is-lit' : ''}${isChosen ? ' is-chosen' : ''}`}
    onMouseEnter={() => onLight(line.id)}
    onMouseLeave={() => onLight(null)}
    onFocus={() => onLight(line.id)}
    onBlur={() => onLight(null)}
  >
    <span className="line-date own-words">{line.date?.words ?? <i>{words.noDate}</i>}</span>
    <span className="line-what" dir="auto">
      {line.title}
      {line.status !== 'happened' && <span className="line-status"> {texts.kinds[line.status].toLowerCase()}</span>}
    </span>
    <Toll killed={line.killed} />
    <span className="line-about">
      <Where place={line.place} />
      <span className="line-origins"> · {words.origins(line.origins)}</span>
    </span>
    <span className="line-differs">
      {line.differs.length > 0 && (
        <>
          <span aria-hidden="true" title={words.differs(line.differs)}>
            ◆ {line.differs[0]}
            {line.differs.length > 1 && ` +${line.differs.length - 1}`}
          </span>
          <span className="sr-only">{words.differs(line.differs)}</span>
        </>
      )}
    </span>
  </Link>
))
Line.displayName = 'Line'

type Props = Readonly<{
  lines: readonly IncidentLine[]
  lit: string | null
  chosen: string | undefined
  onLight: (id: string | null) => void
  onEnd: () => void
}>

type RowsProps = Props & Readonly<{ virtual: Virtualizer<HTMLDivElement, Element> | Virtualizer<Window, Element>; size: number }>

const Rows = ({ lines, lit, chosen, onLight, onEnd, virtual, size }: RowsProps) => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height of a line is all that a new measure depends on
  useEffect(() => virtual.measure(), [size])
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= lines.length - 20) onEnd()
  }, [last, lines.length, onEnd])
  const at = chosen ? lines.findIndex(({ id }) => id === chosen) : -1
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolled to when another one is chosen, not at every page that is loaded
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [chosen])
  return (
    <ul className="lines" style={{ height: virtual.getTotalSize() }}>
      {shown.map(({ index, key, start }) => {
        const line = lines[index]!
        return (
          <li
            key={key}
            aria-setsize={lines.length}
            aria-posinset={index + 1}
            className="lines-item"
            style={{ height: size, transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
          >
            <Line line={line} isLit={line.id === lit} isChosen={line.id === chosen} onLight={onLight} />
          </li>
        )
      })}
    </ul>
  )
}

/** The list in a pane that scrolls by itself. */
export const PaneList = (props: Props) => {
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: props.lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 12,
  })
  return (
    <div ref={box} className="list-scroll">
      <Rows {...props} virtual={virtual} size={LINE} />
    </div>
  )
}

/** The list as the page itself, where there is little width. */
export const PageList = (props: Props) => {
  const box = useRef<HTMLDivElement>(null)
  const virtual = useWindowVirtualizer({
    count: props.lines.length,
    estimateSize: () => LINE_NARROW,
    overscan: 12,
    scrollMargin: box.current?.offsetTop ?? 0,
  })
  return (
    <div ref={box}>
      <Rows {...props} virtual={virtual} size={LINE_NARROW} />
    </div>
  )
}
