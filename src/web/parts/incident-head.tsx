import { Link } from '@tanstack/react-router'
import type { DateView, IncidentView } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { countryName } from './country.ts'
import { DateWords } from './date-words.tsx'
import { WhySheet } from './why-sheet.tsx'

const words = texts.incident

/** As many dates and places as a heading can name; the matrix has them all. */
const MOST = 3

const Dates = ({ dates }: Readonly<{ dates: readonly DateView[] }>) => {
  if (dates.length === 0) return <span>{words.dateNotStated}</span>
  return dates.slice(0, MOST).map((date, i) => (
    <span key={date.from ?? date.words}>
      {i > 0 && ' or '}
      {date.from === null ? words.dayUnknown(date.words) : <DateWords date={date} />}
    </span>
  ))
}

const Places = ({ places }: Pick<IncidentView, 'places'>) => {
  if (places.length === 0) return <span>{words.placeNotStated}</span>
  const countries = [...new Set(places.map(({ country }) => country).filter((code) => code !== null))]
  const local = places.filter(({ precision }) => precision < 6)
  return (
    <>
      {local.slice(0, MOST).map((place, i) => (
        <span key={place.words}>
          {i > 0 && '; '}
          {place.words} <span className="soft">({texts.precision[place.precision]})</span>
        </span>
      ))}
      {countries.length > 0 && <span>{`${local.length > 0 ? ', ' : ''}${countries.map(countryName).join('; ')}`}</span>}
    </>
  )
}

const Figures = ({ view }: Readonly<{ view: IncidentView }>) => {
  if (view.estimates.length === 0) return <p className="soft">{words.noFigures}</p>
  return (
    <dl className="figures">
      {view.estimates.map((estimate) => {
        const label = estimate.attribute[0]!.toUpperCase() + estimate.attribute.slice(1)
        return (
          <div key={`${estimate.attribute} ${estimate.scope}`}>
            <dt>{label}</dt>
            <dd>
              <span className="figure">{estimate.words}</span> {estimate.scope && <span>{estimate.scope} </span>}
              <span className="soft">{words.independent(estimate.independent.low, estimate.independent.high)}</span>{' '}
              <WhySheet estimate={estimate} label={label} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** The top of an incident's page: when, where, what, how many according to whom, and how far it was checked. */
export const IncidentHead = ({ view }: Readonly<{ view: IncidentView }>) => (
  <header className="incident-head">
    <p className="crumb">
      <Link to="/incidents">{words.crumb}</Link>
      <span aria-hidden="true"> › </span>
      <Dates dates={view.dates} /> <span aria-hidden="true">·</span> <Places places={view.places} />
    </p>
    <h1>{view.title}</h1>
    <p className="incident-type">
      {view.type} <span aria-hidden="true">·</span> {view.subType}
      {view.relations
        .filter(({ outward, other }) => outward && other)
        .slice(0, 1)
        .map(({ type, other, saidBy }) => (
          <span key={other?.id}>
            {' · '}
            {words.relation[type][0]}{' '}
            <Link to="/incidents/$id" params={{ id: other!.id }}>
              {other!.title}
            </Link>
            , <span className="soft">{words.says(saidBy)}</span>
          </span>
        ))}
    </p>
    <Figures view={view} />
    <dl className="facts">
      <div>
        <dt>{words.stateLabel}</dt>
        <dd>
          {texts.kinds[view.status]} <span className="soft">{texts.statusNote}</span>
        </dd>
      </div>
      <div>
        <dt>{words.harmLabel}</dt>
        <dd>{words.harm[view.civilianHarm]}</dd>
      </div>
      <div>
        <dt>{words.reviewLabel}</dt>
        <dd>{words.review(view.review.checked, view.review.claims)}</dd>
      </div>
    </dl>
  </header>
)
