import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { IncidentView } from '../../server/wire.ts'
import { getIncident } from '../api.ts'
import { citeLink } from '../parts/cite-link.ts'
import { ClaimsMatrix } from '../parts/claims-matrix.tsx'
import { FigurePlot } from '../parts/figure-plot.tsx'
import { IncidentHead } from '../parts/incident-head.tsx'
import {
  DocumentsSection,
  HistorySection,
  NamedSection,
  PartiesSection,
  PositionsSection,
  RelationsSection,
  TotalsSection,
} from '../parts/incident-sections.tsx'
import { attributeLabel } from '../parts/label-words.ts'
import { LocatorMap } from '../parts/locator-map.tsx'
import { NotesSection } from '../parts/notes-section.tsx'
import { Loading, ProblemNote } from '../parts/problem-note.tsx'
import { useTitle } from '../parts/title.ts'
import { UndoBar } from '../parts/undo-bar.tsx'
import { texts } from '../texts.ts'

const words = texts.incident

const Plots = ({ view }: Readonly<{ view: IncidentView }>) => {
  const plotted = view.estimates.filter(({ attribute, used }) => (attribute === 'killed' || attribute === 'wounded') && used.length > 1)
  if (plotted.length === 0) return null
  const published = new Map(view.documents.flatMap(({ document, copies }) => [document, ...copies]).map((each) => [each.n, each.published]))
  return (
    <section className="plots" aria-label={words.plot}>
      {plotted.slice(0, 2).map((estimate) => (
        <FigurePlot
          key={`${estimate.attribute} ${estimate.scope}`}
          estimate={estimate}
          label={[attributeLabel(estimate.attribute), estimate.scope].filter(Boolean).join(' ')}
          publishedOf={(n) => published.get(n) ?? null}
        />
      ))}
      <p className="plot-note">{words.plotNote}</p>
    </section>
  )
}

/** On paper: where this page stands, and as of when. */
const PrintedFrom = ({ id, at }: Readonly<{ id: string; at: string | undefined }>) => {
  const [now] = useState(() => new Date().toISOString())
  const moment = at ?? now
  return (
    <p className="print-only printed-from">
      {texts.program}
      {texts.comma}
      {moment.slice(0, 16).replace('T', ' ')} UTC. {citeLink(id, moment)}
    </p>
  )
}

/** One incident: what is said of it, by whom, and where they differ. */
export const IncidentPage = () => {
  const { id } = useParams({ from: '/incidents/$id' })
  const { at } = useSearch({ from: '/incidents/$id' })
  const { data: view, error, refetch } = useQuery({ queryKey: ['incident', id, at], queryFn: () => getIncident(id, at) })
  useTitle(view?.title)
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />
  if (!view) return <Loading />
  return (
    <article className="page incident">
      {at && (
        <p className="as-of">
          <span>{words.asOf(at.slice(0, 16).replace('T', ' '))}</span>
          <Link to="/incidents/$id" params={{ id }}>
            {words.asOfNow}
          </Link>
        </p>
      )}
      <div className="incident-top">
        <IncidentHead view={view} />
        <div>
          <LocatorMap places={view.places} />
          <Plots view={view} />
        </div>
      </div>
      <section aria-labelledby="matrix-heading">
        <h2 id="matrix-heading">{texts.matrix.heading}</h2>
        <p className="section-note">{texts.matrix.note}</p>
        <ClaimsMatrix view={view} />
      </section>
      <div className="columns">
        <PositionsSection view={view} />
        <RelationsSection view={view} />
        <PartiesSection view={view} />
        <TotalsSection view={view} />
        <NamedSection view={view} />
      </div>
      <DocumentsSection view={view} />
      <div className="columns">
        <HistorySection view={view} />
        <NotesSection view={view} />
      </div>
      <PrintedFrom id={id} at={at} />
      <p className="twins">
        {texts.downloadAs}: <a href={`/incidents/${encodeURIComponent(id)}.json`}>JSON</a> ·{' '}
        <Link to="/incidents">{texts.problem.back}</Link>
      </p>
      <UndoBar />
    </article>
  )
}
