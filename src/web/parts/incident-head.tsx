import { Link } from '@tanstack/react-router'
import type { DateView, IncidentView } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { countryName } from './country.ts'
import { DateWords } from './date-words.tsx'
import { Figures } from './figures.tsx'
import { IncidentActions } from './incident-actions.tsx'
import { labelWords } from './label-words.ts'
import { StatusChoice } from './status-choice.tsx'

const words = texts.incident

/** As many dates and places as a heading can name; the matrix has them all. */
const MOST = 3

const Dates = ({ dates }: Readonly<{ dates: readonly DateView[] }>) => {
  if (dates.length === 0) return <span>{words.dateNotStated}</span>
  return dates.slice(0, MOST).map((date, i) => (
    <span key={date.from ?? date.words}>
      {i > 0 && ` ${words.or} `}
      {date.from === null ? words.dayUnknown(date.words) : <DateWords date={date} />}
    </span>
  ))
}

const Places = ({ places }: Pick<IncidentView, 'places'>) => {
  if (places.length === 0) return <span>{words.placeNotStated}</span>
  const countries = [...new Set(places.map(({ country }) => country).filter((code) => code !== null))]
  const local = places.filter(({ precision, lat }) => precision < 6 && lat !== null)
  return (
    <>
      {local.slice(0, MOST).map((place, i) => (
        <span key={place.words}>
          {i > 0 && '; '}
          <bdi>{place.words}</bdi> <span className="soft">({texts.precision[place.precision]})</span>
        </span>
      ))}
      {countries.length > 0 && <span>{`${local.length > 0 ? texts.comma : ''}${countries.map(countryName).join('; ')}`}</span>}
    </>
  )
}

/** What is said of the evidence, each remark once, with who says it. */
const toRemarks = ({ matrix }: IncidentView): readonly string[] => [
  ...new Set(
    matrix.rows
      .filter(({ attribute }) => attribute === 'evidence')
      .flatMap(({ cells }) =>
        cells.flatMap(({ remarks }) =>
          remarks.map(({ words: remark, saidBy }) => `\u2068${remark}\u2069${texts.comma}${words.says(saidBy)}`),
        ),
      ),
  ),
]

const Evidence = ({ view }: Readonly<{ view: IncidentView }>) => {
  const remarks = toRemarks(view)
  return remarks.length === 0 ? <span className="soft">{words.noEvidence}</span> : remarks.join('; ')
}

const Reading = ({ review: { claims, checked } }: Pick<IncidentView, 'review'>) => (
  <>
    <meter className="checked" min={0} max={Math.max(1, claims)} value={checked} aria-label={words.checkedBar(checked, claims)} />{' '}
    {words.readBy + texts.comma + words.checkedWords(checked, claims)}
  </>
)

/** The relation that tells most about an incident: what it answered comes before what it merely followed. */
const ORDER = ['in-response-to', 'part-of', 'same-series', 'earlier'] as const

const Answers = ({ relations }: Pick<IncidentView, 'relations'>) => {
  const [first] = relations
    .filter(({ outward, other }) => outward && other)
    .toSorted((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type))
  if (!first?.other) return null
  return (
    <>
      {' · '}
      {words.relation[first.type][0]}{' '}
      <Link to="/incidents/$id" params={{ id: first.other.id }}>
        {first.other.title}
      </Link>
      {texts.comma}
      <span className="soft">{words.says(first.saidBy)}</span>
    </>
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
    <h1 dir="auto">{view.title}</h1>
    <p className="incident-type">
      {labelWords(view.type)} <span aria-hidden="true">·</span> {labelWords(view.subType)}
      <Answers relations={view.relations} />
    </p>
    <Figures view={view} />
    <dl className="facts">
      <div>
        <dt>{words.evidenceLabel}</dt>
        <dd>
          <Evidence view={view} />
        </dd>
      </div>
      <div>
        <dt>{words.reviewLabel}</dt>
        <dd>
          <Reading review={view.review} />
        </dd>
      </div>
      <div>
        <dt>{words.stateLabel}</dt>
        <dd>
          {texts.kinds[view.status] + texts.comma}
          <span className="soft">{texts.statusNote}</span> · <StatusChoice view={view} />
        </dd>
      </div>
      <div>
        <dt>{words.harmLabel}</dt>
        <dd>{words.harm[view.civilianHarm]}</dd>
      </div>
    </dl>
    <IncidentActions view={view} />
  </header>
)
