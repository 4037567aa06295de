import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { IncidentLine, IncidentTimeView, TimeMark } from '../../server/wire.ts'
import { getTimeline, type ListFilter } from '../api.ts'
import { texts } from '../texts.ts'
import { timeTicks, toDay, toIso, toLanes } from './timeline-scale.ts'

const words = texts.timeline

type Scale = Readonly<{ from: number; to: number; x: (day: number) => number; day: (x: number) => number }>

const INSET = 12
const AXIS = 22
/** Pixels of a letter of a label, on average. */
const LETTER = 6.3
/** Names are written beside bars while there are few enough to read. */
const MOST_NAMED = 60
const LONGEST_NAME = 44

const toScale = (span: Readonly<{ from: string; to: string }>, width: number): Scale => {
  const first = toDay(span.from)
  const last = toDay(span.to) + 1
  const pad = Math.max(1, Math.round((last - first) * 0.03))
  const [from, to] = [first - pad, last + pad]
  const room = Math.max(1, width - 2 * INSET)
  return {
    from,
    to,
    x: (day) => INSET + ((day - from) / (to - from)) * room,
    day: (x) => Math.round(from + ((x - INSET) / room) * (to - from)),
  }
}

/** Below so many nothing can be called far from the rest. */
const FEWEST = 12
/** The whole is so many times as long as what nearly all of it lies in: the rest is told of at the edge. */
const FAR = 3

type Stretch = Readonly<{ from: string; to: string; count: number }>

/** The days that nearly all lie in, when a few stand far from them; the latter are counted at either end. */
const toCore = (stretches: readonly Stretch[]): Readonly<{ from: string; to: string; before: number; after: number }> | null => {
  const total = stretches.reduce((sum, { count }) => sum + count, 0)
  const edge = (sorted: readonly Stretch[], day: 'from' | 'to'): string => {
    let seen = 0
    for (const each of sorted) {
      seen += each.count
      if (seen > total * 0.06) return each[day]
    }
    return sorted[0]![day]
  }
  if (total < FEWEST) return null
  const byStart = stretches.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const byEnd = stretches.toSorted((a, b) => (a.to > b.to ? -1 : 1))
  const [from, to] = [edge(byStart, 'from'), edge(byEnd, 'to')]
  const whole = toDay(byEnd[0]!.to) - toDay(byStart[0]!.from)
  if (from >= to || whole < FAR * (toDay(to) - toDay(from) + 1)) return null
  const count = (some: readonly Stretch[]): number => some.reduce((sum, each) => sum + each.count, 0)
  return { from, to, before: count(stretches.filter((each) => each.to < from)), after: count(stretches.filter((each) => each.from > to)) }
}

const useSize = () => {
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: Math.floor(entry.contentRect.width), height: Math.floor(entry.contentRect.height) })
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return { box, ...size }
}

const cut = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name)

type Common = Readonly<{ scale: Scale; width: number; height: number }>
type Picking = Readonly<{
  lit: string | null
  chosen: string | undefined
  onLight: (id: string | null) => void
  onChoose: (id: string) => void
}>

/** Each incident as a bar: solid for a day, hatched for a stretch of which one day is meant. */
const Singles = ({
  lines,
  scale,
  width,
  height,
  lit,
  chosen,
  onLight,
  onChoose,
}: Common & Picking & Readonly<{ lines: readonly IncidentLine[] }>) => {
  const isNamed = lines.length <= MOST_NAMED
  const { bars, lanes } = toLanes(
    lines
      .filter(({ date }) => toDay(date!.to) >= scale.from && toDay(date!.from) <= scale.to)
      .map((line) => {
        const left = scale.x(toDay(line.date!.from))
        const right = scale.x(toDay(line.date!.to) + 1)
        const own = Math.max(6, right - left)
        return { item: line, left, width: own, room: isNamed ? own + 8 + cut(line.title).length * LETTER : own }
      }),
  )
  const room = height - AXIS - 8
  const lane = Math.max(2.5, Math.min(24, room / Math.max(1, lanes)))
  const bar = Math.max(2, Math.min(9, lane - (lane > 6 ? 3 : 1)))
  const hasNames = isNamed && lane >= 14
  return bars.map(({ item, left, width: own, lane: row }) => {
    const y = height - AXIS - 6 - (row + 1) * lane + (lane - bar) / 2
    const isStretch = item.date!.from !== item.date!.to
    const classes = [
      'time-bar',
      isStretch ? 'is-stretch' : '',
      item.status === 'happened' ? '' : 'is-hollow',
      item.id === lit ? 'is-lit' : '',
      item.id === chosen ? 'is-chosen' : '',
    ]
    const textAt = left + own + 5
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the list beside it holds the same links for the keyboard
      <g
        key={item.id}
        className={classes.filter(Boolean).join(' ')}
        onMouseEnter={() => onLight(item.id)}
        onMouseLeave={() => onLight(null)}
        onClick={() => onChoose(item.id)}
      >
        <title>{`${item.date!.words} · ${item.title}${item.killed ? ` · ${texts.map.killed(item.killed.words)}` : ''}`}</title>
        <rect className="time-hit" x={left - 3} y={y - 4} width={own + 6} height={bar + 8} />
        <rect x={left} y={y} width={own} height={bar} rx={1.5} />
        {hasNames && textAt < width - 60 && (
          <text x={textAt} y={y + bar / 2} dominantBaseline="central">
            {item.differs.length > 0 && <tspan className="time-differs">◆ </tspan>}
            {cut(item.title).slice(0, Math.max(6, Math.floor((width - textAt - INSET) / LETTER)))}
          </text>
        )}
      </g>
    )
  })
}

/** Stretches drawn above the counts; the rest is told of in words. */
const MOST_STRETCHES = 14
const STRETCH = 9

const Counts = ({ marks, scale, height }: Common & Readonly<{ marks: readonly TimeMark[] }>) => {
  const seen = marks.filter(({ from, to }) => toDay(to) >= scale.from && toDay(from) <= scale.to)
  const counted = seen.filter(({ isStretch }) => !isStretch)
  const stretches = seen
    .filter(({ isStretch }) => isStretch)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_STRETCHES)
  const { bars, lanes } = toLanes(
    stretches.map((mark) => {
      const left = scale.x(toDay(mark.from))
      return { item: mark, left, width: Math.max(3, scale.x(toDay(mark.to) + 1) - left), room: 34 }
    }),
  )
  const shown = bars.filter(({ lane }) => lane < 4)
  const top = Math.min(lanes, 4) * (STRETCH + 3) + 6
  const most = Math.max(1, ...counted.map(({ count }) => count))
  const room = Math.max(10, height - AXIS - top - 8)
  return (
    <>
      {shown.map(({ item, left, width, lane }) => (
        <g key={`${item.from} ${item.to}`} className="time-bar is-stretch">
          <title>{words.bin(item.count, item.words)}</title>
          <rect x={left} y={4 + lane * (STRETCH + 3)} width={width} height={STRETCH} rx={1.5} />
          <text
            className="time-count"
            x={left + width / 2}
            y={4 + lane * (STRETCH + 3) + STRETCH / 2}
            dominantBaseline="central"
            textAnchor="middle"
          >
            {item.count.toLocaleString('en')}
          </text>
        </g>
      ))}
      {counted.map((mark) => {
        const left = scale.x(toDay(mark.from))
        const own = Math.max(1.5, scale.x(toDay(mark.to) + 1) - left - 0.5)
        const tall = Math.max(1.5, (mark.count / most) * room)
        const differing = (mark.differing / mark.count) * tall
        return (
          <g key={mark.from} className="time-bar is-count">
            <title>{`${words.bin(mark.count, mark.words)}${mark.killed ? ` · ${texts.map.killed(mark.killed.words)}` : ''}`}</title>
            <rect x={left} y={height - AXIS - tall} width={own} height={tall} />
            {differing > 0 && <rect className="time-differing" x={left} y={height - AXIS - differing} width={own} height={2} />}
          </g>
        )
      })}
      <text className="time-most" x={INSET} y={height - AXIS - room - 3}>
        {most.toLocaleString('en')}
      </text>
    </>
  )
}

type Props = Picking & Readonly<{ filter: ListFilter; onDays: (days: Readonly<{ from: string; to: string }>) => void }>

const Drawing = ({ view, picking, onDays }: Readonly<{ view: IncidentTimeView; picking: Picking; onDays: Props['onDays'] }>) => {
  const { box, width, height } = useSize()
  const [drag, setDrag] = useState<readonly [number, number] | null>(null)
  const core = toCore(view.incidents?.map(({ date }) => ({ ...date!, count: 1 })) ?? view.marks)
  const scale = view.span && width > 0 ? toScale(core ?? view.span, width) : null
  const at = (event: PointerEvent): number => event.clientX - (box.current?.getBoundingClientRect().left ?? 0)
  const onDown = (event: PointerEvent) => {
    if (event.button === 0 && event.pointerType !== 'touch') setDrag([at(event), at(event)])
  }
  const onUp = () => {
    if (drag && scale && Math.abs(drag[1] - drag[0]) > 8) {
      const [a, b] = drag.toSorted((one, other) => one - other)
      const last = toDay(view.span!.to)
      onDays({ from: toIso(Math.max(toDay(view.span!.from), scale.day(a!))), to: toIso(Math.min(last, scale.day(b!))) })
    }
    setDrag(null)
  }
  return (
    <div
      ref={box}
      className={drag ? 'time-box is-dragging' : 'time-box'}
      onPointerDown={onDown}
      onPointerMove={(event) => drag && setDrag([drag[0], at(event)])}
      onPointerUp={onUp}
      onPointerLeave={() => setDrag(null)}
    >
      {scale && height > 0 && (
        <svg width={width} height={height} role="img" aria-label={words.label(view.total - view.undated, view.span!.from, view.span!.to)}>
          <defs>
            <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect className="hatch-ground" width="5" height="5" />
              <line className="hatch-line" x1="0" x2="0" y1="0" y2="5" />
            </pattern>
          </defs>
          <line className="time-axis" x1={0} x2={width} y1={height - AXIS} y2={height - AXIS} />
          {timeTicks(scale.from, scale.to, Math.max(2, Math.floor(width / 78))).map(({ day, label, isMajor }) => (
            <g key={day} className={isMajor ? 'time-tick is-major' : 'time-tick'}>
              <line x1={scale.x(day)} x2={scale.x(day)} y1={0} y2={height - AXIS + 4} />
              <text x={scale.x(day) + 3} y={height - 6}>
                {label}
              </text>
            </g>
          ))}
          {view.incidents ? (
            <Singles lines={view.incidents} scale={scale} width={width} height={height} {...picking} />
          ) : (
            <Counts marks={view.marks} scale={scale} width={width} height={height} />
          )}
          {core && core.before > 0 && (
            <text className="time-beyond" x={4} y={14}>
              {words.before(core.before)}
            </text>
          )}
          {core && core.after > 0 && (
            <text className="time-beyond" x={width - 4} y={14} textAnchor="end">
              {words.after(core.after)}
            </text>
          )}
          {drag && <rect className="time-drag" x={Math.min(...drag)} width={Math.abs(drag[1] - drag[0])} y={0} height={height - AXIS} />}
        </svg>
      )}
    </div>
  )
}

/** When it happened, as far as anybody says: days as bars, stretches hatched. Dragging across it chooses days. */
export const IncidentTimeline = ({ filter, onDays, ...picking }: Props) => {
  const { data: view } = useQuery({ queryKey: ['timeline', filter], queryFn: () => getTimeline(filter), placeholderData: keepPreviousData })
  const isCounted = Boolean(view?.span && !view.incidents)
  const isCut = Boolean(filter.from || filter.to)
  return (
    <section className="pane time-pane" aria-label={words.heading}>
      {view && !view.span ? <p className="pane-note">{words.none}</p> : view && <Drawing view={view} picking={picking} onDays={onDays} />}
      <p className="pane-foot">
        {view && view.undated > 0 && <span>{texts.list.undated(view.undated)}</span>}
        {view && isCounted && <span>{words.counted[view.unit]}</span>}
        {isCounted && (
          <span className="pane-legend">
            <i className="key key-differs" aria-hidden="true" /> {words.legend.differs}
          </span>
        )}
        <span className="pane-legend">
          <i className="key key-day" aria-hidden="true" /> {words.legend.day}
        </span>
        <span className="pane-legend">
          <i className="key key-stretch" aria-hidden="true" /> {words.legend.stretch}
        </span>
        <span className="pane-hint">{words.hint}</span>
        {isCut && (
          <button type="button" className="button is-quiet is-small" onClick={() => onDays({ from: '', to: '' })}>
            {words.all}
          </button>
        )}
      </p>
    </section>
  )
}
