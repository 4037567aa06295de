import type { Estimate } from '../../server/wire.ts'
import { texts } from '../texts.ts'

type Mark = Readonly<{
  key: string
  origin: string
  words: string
  low: number | null
  high: number | null
  isPast: boolean
  /** Number of the earliest document it stands in. */
  n: number
}>

/** When a document came out, by its number on the page; null: it does not say. */
export type PublishedOf = (n: number) => string | null

const ROW = 36
const TOP = 24
const WIDTH = 340
const INSET = 14

/** Steps that read as round numbers on an axis. */
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000, 2_000, 5_000, 10_000, 50_000, 100_000]

const ticks = (from: number, to: number): readonly number[] => {
  const step = STEPS.find((each) => (to - from) / each <= 4) ?? (to - from) / 4
  const first = Math.ceil(from / step) * step
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step)
}

const toMarks = ({ used, leftOut }: Estimate): readonly Mark[] =>
  [
    ...leftOut.filter(({ isPast }) => isPast).map((each) => ({ ...each, isPast: true })),
    ...used.map((each) => ({ ...each, isPast: false })),
  ]
    .filter(({ isWord }) => !isWord)
    .map(({ claims, origin, words, low, high, isPast, documents }) => ({
      ...{ key: claims[0] ?? origin, origin, words, low, high, isPast },
      n: Math.min(...documents),
    }))

const Dot = ({ mark, x, y }: Readonly<{ mark: Mark; x: (n: number) => number; y: number }>) => {
  const low = mark.low ?? mark.high ?? 0
  const high = mark.high ?? low
  const className = mark.isPast ? 'plot-mark is-past' : 'plot-mark'
  return (
    <g className={className}>
      {high !== low && <line x1={x(low)} x2={x(high)} y1={y} y2={y} />}
      {mark.high === null && (
        <>
          <line x1={x(low)} x2={x(low) + 22} y1={y} y2={y} />
          <path d={`M${x(low) + 18} ${y - 4} l5 4 l-5 4`} />
        </>
      )}
      <circle cx={x(low)} cy={y} r={4.5} />
      {high !== low && <circle cx={x(high)} cy={y} r={4.5} />}
    </g>
  )
}

/**
 * Each origin's figure on a line of its own, in the order in which they came out, so that agreement, difference and revision can be
 * seen at once. The table below says the same in words.
 */
export const FigurePlot = ({ estimate, label, publishedOf }: Readonly<{ estimate: Estimate; label: string; publishedOf: PublishedOf }>) => {
  const all = toMarks(estimate)
  const marks = all
    .filter((mark, i) => all.findIndex(({ origin, words }) => origin === mark.origin && words === mark.words) === i)
    .toSorted((a, b) => a.n - b.n || Number(b.isPast) - Number(a.isPast))
  const origins = [...new Set(marks.map(({ origin }) => origin))]
  const numbers = marks.flatMap(({ low, high }) => [low, high]).filter((n) => n !== null)
  if (origins.length < 2 || numbers.length === 0) return null
  const [min, max] = [Math.min(...numbers), Math.max(...numbers)]
  const pad = Math.max(1, (max - min) * 0.12)
  const from = Math.max(0, min - pad)
  const to = max + pad
  const x = (n: number): number => INSET + ((n - from) / (to - from)) * (WIDTH - 2 * INSET - 14)
  const height = TOP + origins.length * ROW
  return (
    <figure className="plot">
      <figcaption>{label}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={`${label}: ${marks.map(({ origin, words, n }) => `${origin} ${words}, ${publishedOf(n) ?? texts.incident.undated}`).join('; ')}`}
      >
        {ticks(from, to).map((tick) => (
          <g key={tick} className="plot-tick">
            <line x1={x(tick)} x2={x(tick)} y1={TOP - 8} y2={height} />
            <text x={x(tick)} y={11} textAnchor="middle">
              {tick}
            </text>
          </g>
        ))}
        {origins.map((origin, i) => {
          const y = TOP + i * ROW + 24
          const own = marks.filter((mark) => mark.origin === origin)
          const at = own.map(({ low, high }) => x(low ?? high ?? 0))
          return (
            <g key={origin}>
              <text className="plot-origin" x={0} y={y - 11}>
                {shorten(origin)}
              </text>
              <text className="plot-when" x={WIDTH} y={y - 11} textAnchor="end">
                {publishedOf(own[0]!.n) ?? texts.incident.undated}
              </text>
              {own.length > 1 && own.some(({ isPast }) => isPast) && (
                <line className="plot-revision" x1={Math.min(...at)} x2={Math.max(...at)} y1={y} y2={y} />
              )}
              {own.map((mark) => (
                <Dot key={mark.key} mark={mark} x={x} y={y} />
              ))}
            </g>
          )
        })}
      </svg>
    </figure>
  )
}

/** As many letters as fit above a line; the table has the name in full. */
const LETTERS = 40
const shorten = (name: string): string => (name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name)
