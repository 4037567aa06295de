export type Ends = Readonly<{ low: number; high: number | null }>

/** `24`, `24-25`, `25+`; undefined: none of them. */
export const readFigure = (typed: string): Ends | undefined => {
  const [, low, high, open] = /^(\d{1,9})(?:\s?[-–]\s?(\d{1,9}))?(\+?)$/.exec(typed.trim()) ?? []
  if (!low || (high && (open || Number(high) < Number(low)))) return undefined
  return { low: Number(low), high: open ? null : Number(high ?? low) }
}
