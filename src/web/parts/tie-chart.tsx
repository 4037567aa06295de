import { Link } from '@tanstack/react-router'
import type { TieView } from '../../server/wire.ts'
import { texts } from '../texts.ts'

const words = texts.actor

const WIDTH = 320
const FIRST_PAD = 2

/** A year with its part: `2014-06` is 2014.42. */
const toYear = (iso: string): number => Number(iso.slice(0, 4)) + (iso.length >= 7 ? (Number(iso.slice(5, 7)) - 1) / 12 : 0)

type Row = Readonly<{ tie: TieView; label: string }>

const Bar = ({ tie, x, last }: Readonly<{ tie: TieView; x: (year: number) => number; last: number }>) => {
  const isDated = tie.from !== null || tie.until !== null
  const left = tie.from === null ? 0 : x(toYear(tie.from))
  const right = tie.until === null ? WIDTH : x(Math.min(last, toYear(tie.until) + (tie.until.length === 4 ? 1 : 0.09)))
  const fill = !isDated ? 'url(#tie-hatch)' : tie.from === null ? 'url(#tie-in)' : tie.until === null ? 'url(#tie-out)' : 'currentColor'
  return (
    <svg className="tie-chart" viewBox={`0 0 ${WIDTH} 12`} preserveAspectRatio="none" aria-hidden="true">
      <line x1={0} x2={WIDTH} y1={6} y2={6} />
      <rect x={left} y={2} width={Math.max(3, right - left)} height={8} fill={fill} />
    </svg>
  )
}

const when = ({ from, until }: TieView): string =>
  [from && words.since(from), until && words.until(until)].filter(Boolean).join(' ') || words.undated

/** Ties over time, one bar each, with who says so. */
export const TieChart = ({ parents, members }: Readonly<{ parents: readonly TieView[]; members: readonly TieView[] }>) => {
  const rows: readonly Row[] = [
    ...parents.map((tie) => ({ tie, label: words.parent[tie.type] ?? tie.type })),
    ...members.map((tie) => ({ tie, label: words.member[tie.type] ?? tie.type })),
  ]
  const years = rows.flatMap(({ tie }) => [tie.from, tie.until]).flatMap((iso) => (iso ? [toYear(iso)] : []))
  const first = Math.floor(Math.min(...years, 2000)) - FIRST_PAD
  const last = Math.ceil(Math.max(...years, 2020)) + FIRST_PAD
  const x = (year: number): number => ((year - first) / (last - first)) * WIDTH
  return (
    <>
      <svg width="0" height="0" className="tie-defs" aria-hidden="true">
        <defs>
          <linearGradient id="tie-in">
            <stop offset="0" stopColor="currentColor" stopOpacity="0" />
            <stop offset="0.5" stopColor="currentColor" />
          </linearGradient>
          <linearGradient id="tie-out">
            <stop offset="0.5" stopColor="currentColor" />
            <stop offset="1" stopColor="currentColor" stopOpacity="0" />
          </linearGradient>
          <pattern id="tie-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" x2="0" y1="0" y2="5" stroke="currentColor" strokeWidth="1.6" />
          </pattern>
        </defs>
      </svg>
      <ul className="tie-rows">
        {rows.map(({ tie, label }) => (
          <li key={`${label} ${tie.other.id} ${tie.from} ${tie.until}`} className={tie.holds === false ? 'tie-row is-over' : 'tie-row'}>
            <span className={`tie-name is-step-${Math.min(4, tie.step)}`}>
              <span className="soft">{label}</span>{' '}
              <Link to="/actors/$id" params={{ id: tie.other.id }}>
                {tie.other.name}
              </Link>
            </span>
            <Bar tie={tie} x={x} last={last} />
            <span className="tie-when">{when(tie)}</span>
            <span className="soft">{words.said_by(tie.saidBy)}</span>
          </li>
        ))}
        <li className="tie-row tie-axis" aria-hidden="true">
          <span />
          <span className="tie-years">
            <span>{first}</span>
            <span>{last}</span>
          </span>
        </li>
      </ul>
    </>
  )
}
