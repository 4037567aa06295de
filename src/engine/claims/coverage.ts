import { type Span, span } from '../../model/span.ts'
import type { View } from './view.ts'

/** How far into a document its head may say which days it covers. */
const HEAD = 1500
const COVERS = /\b(?:reporting period|period (?:covered|under review|of reporting)|coverage|covering|covers|period)\b[ \t]*:?[^\n]{0,8}$/i
/** Longer than the days of one event that a report follows. */
const MIN_DAYS = 10
const DAY_MS = 86_400_000

/**
 * The stretch that a bulletin says in its head to cover, where that is longer than ten days: "Reporting period: 1 January – 31 March".
 * Figures without a day of their own are totals over it. Undefined for other documents.
 */
export const coverageOf = (view: View): Span | undefined => {
  const head = span(0, Math.min(view.text.length, HEAD))
  const times = view.within('time', head)
  const first = times.find(({ start }) => COVERS.test(view.text.slice(Math.max(0, start - 40), start)))
  if (!first) return undefined
  const line = view.text.indexOf('\n', first.start)
  const end = line < 0 ? view.text.length : line
  const last = times.filter((time) => time.start >= first.start && time.end <= end).at(-1)!
  const [from, to] = [Date.parse(first.from ?? ''), Date.parse(last.to ?? last.from ?? '')]
  return (to - from) / DAY_MS >= MIN_DAYS ? span(first.start, last.end) : undefined
}
