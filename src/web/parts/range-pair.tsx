type Range = Readonly<{ low: number | null; high: number | null }>

const WIDTH = 220
const INSET = 6

/** Two ranges of one figure above each other: one's own, filled, and that of others, hollow. The words beside them say the same. */
export const RangePair = ({ own, other }: Readonly<{ own: Range; other: Range | null }>) => {
  const ends = [own.low, own.high, other?.low, other?.high].filter((n) => n !== null && n !== undefined)
  const most = Math.max(1, ...ends) * 1.15
  const x = (n: number): number => INSET + (Math.sqrt(n) / Math.sqrt(most)) * (WIDTH - 2 * INSET)
  const bar = ({ low, high }: Range, y: number, className: string) => {
    const left = x(low ?? 0)
    const right = high === null ? WIDTH - 2 : x(high)
    return (
      <g className={className}>
        <rect x={left - 2.5} y={y - 2.5} width={Math.max(5, right - left + 5)} height={5} rx={2.5} />
        {high === null && <path d={`M${WIDTH - 7} ${y - 4} l5 4 l-5 4`} />}
      </g>
    )
  }
  return (
    <svg className="range-pair" viewBox={`0 0 ${WIDTH} 22`} width={WIDTH} height={22} aria-hidden="true">
      <line x1={INSET} x2={WIDTH - INSET} y1={11} y2={11} />
      {bar(own, 6, 'is-own')}
      {other && bar(other, 16, 'is-other')}
    </svg>
  )
}
