import type { TollLine } from '../../server/wire.ts'

/** The scale's right end: tolls above it are rare enough to share it. */
const MOST = 1_000

/** Where a number stands on a scale that gives small numbers room: per cent of the width. */
const place = (n: number): number => (100 * Math.log10(1 + Math.min(n, MOST))) / Math.log10(1 + MOST)

/** A toll range as a bar; an open end is drawn as an arrow. The text beside it says the same. */
export const TollBar = ({ toll }: Readonly<{ toll: TollLine }>) => {
  const from = place(toll.low ?? 0)
  const to = toll.high === null ? Math.min(100, from + 14) : place(toll.high)
  return (
    <span className="toll-bar" aria-hidden="true">
      <span
        className={toll.high === null ? 'toll-bar-range is-open' : 'toll-bar-range'}
        style={{ insetInlineStart: `${from}%`, width: `max(5px, ${to - from}%)` }}
      />
    </span>
  )
}
