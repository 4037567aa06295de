import { groupBy } from '../group.ts'
import type { Said } from '../said.ts'
import type { OriginFigure } from './origin-figures.ts'

/** When a figure was last given: the day its latest document came out; null where no document says. */
const dayOf = ({ said }: OriginFigure): string | null =>
  said
    .flatMap(({ document }) => document.published ?? [])
    .toSorted()
    .at(-1) ?? null

const isLater = (a: string, b: string): boolean => a.slice(0, b.length) > b.slice(0, a.length)

/** Of figures of which an origin gives several, the latest: one without a date supersedes nothing. `past`: why others are out. */
export const currentFigures = (
  figures: readonly OriginFigure[],
): Readonly<{ current: readonly OriginFigure[]; past: ReadonlyMap<Said, string> }> => {
  const past = new Map<Said, string>()
  const current = groupBy(figures, ({ origin }) => origin.key).flatMap((own) =>
    own.filter((figure) => {
      const day = dayOf(figure)
      const later = day === null ? undefined : own.find((other) => isLater(dayOf(other) ?? '', day))
      if (later) for (const said of figure.said) past.set(said, `its speaker gives another figure later (${dayOf(later)!.slice(0, 10)})`)
      return !later
    }),
  )
  return { current, past }
}
