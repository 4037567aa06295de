import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { FigureThen, SourceView } from '../../server/wire.ts'
import { getSource, toSourcePath } from '../lists-api.ts'
import { Loading, ProblemNote } from '../parts/problem-note.tsx'
import { RangePair } from '../parts/range-pair.tsx'
import { useTitle } from '../parts/title.ts'
import { TwinLinks } from '../parts/twin-links.tsx'
import { texts } from '../texts.ts'

const words = texts.source

const Head = ({ view }: Readonly<{ view: SourceView }>) => (
  <header className="source-head">
    <p className="crumb">
      <Link to="/sources">{words.crumb}</Link> ›
    </p>
    <h1>{view.name}</h1>
    {view.kind && <p className="soft">{view.kind}</p>}
    <dl className="source-facts">
      {view.documents > 0 && (
        <div>
          <dt>{words.puts}</dt>
          <dd>
            {words.sums(view.documents, view.first, view.copies)} ·{' '}
            <Link to="/documents" search={{ issuer: view.key }}>
              {words.documents}
            </Link>
          </dd>
        </div>
      )}
      {view.quotedIn > 0 && (
        <div>
          <dt>{words.isQuoted}</dt>
          <dd>
            {words.quotedIn(view.quotedIn)} ·{' '}
            <Link to="/documents" search={{ speaker: view.key }}>
              {words.quoting}
            </Link>
          </dd>
        </div>
      )}
      <div>
        <dt>{words.says}</dt>
        <dd>{words.claims(view.claims, view.incidents)}</dd>
      </div>
    </dl>
  </header>
)

const Figure = ({ then }: Readonly<{ then: FigureThen }>) => (
  <li className="then">
    <span className="then-what">
      <Link to="/incidents/$id" params={{ id: then.incident.id }}>
        {then.incident.title}
      </Link>
      {then.incident.day && <span className="soft"> · {then.incident.day}</span>}
    </span>
    <span className="then-own">
      <Link to="/documents/$id" params={{ id: then.own.document }} search={{ claim: then.own.claim }}>
        {then.own.words}
      </Link>
      {then.own.published && <span className="soft"> {then.own.published}</span>}
    </span>
    <span className="then-plot">
      {(then.own.low !== null || then.own.high !== null) && <RangePair own={then.own} other={then.later} />}
    </span>
    <span className="then-later">
      {then.later ? (
        <>
          {then.later.words} <span className="soft">{words.later(then.later.speakers, then.later.until)}</span>
        </>
      ) : (
        texts.nothing
      )}
    </span>
    <span className="then-relation">{words.relation[then.relation]}</span>
  </li>
)

const Figures = ({ view }: Readonly<{ view: SourceView }>) => (
  <section aria-labelledby="figures-heading">
    <h2 id="figures-heading">{words.figures}</h2>
    <p className="section-note">{words.figuresNote}</p>
    {view.figures.length === 0 ? (
      <p className="soft">{words.empty}</p>
    ) : (
      <>
        <ul className="then-sums">
          {(['lower', 'overlaps', 'higher', 'none-later', 'undated'] as const)
            .filter((relation) => view.relations[relation] > 0)
            .map((relation) => (
              <li key={relation}>
                <b>{view.relations[relation]}</b> {words.relation[relation]}
              </li>
            ))}
        </ul>
        <ol className="thens">
          {view.figures.map((then) => (
            <Figure key={then.incident.id} then={then} />
          ))}
        </ol>
      </>
    )}
  </section>
)

type Tie = SourceView['quotes'][number]

const Ties = ({ heading, ties, of }: Readonly<{ heading: string; ties: readonly Tie[]; of: (tie: Tie) => string }>) => {
  if (ties.length === 0) return null
  const most = Math.max(...ties.map(({ claims, documents }) => claims || documents))
  return (
    <section>
      <h2>{heading}</h2>
      <ul className="ties">
        {ties.map((tie) => (
          <li key={tie.key}>
            {tie.key ? (
              <Link to="/sources/$key" params={{ key: toSourcePath(tie.key) }}>
                {tie.name}
              </Link>
            ) : (
              <i>{words.unnamed}</i>
            )}
            <span className="tie-bar" aria-hidden="true">
              <i style={{ width: `${(100 * (tie.claims || tie.documents)) / most}%` }} />
            </span>
            <span className="soft">{of(tie)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const asClaims = ({ claims, documents }: Tie): string => `${texts.sources.claims(claims)} · ${texts.sources.documents(documents)}`
const asTexts = ({ documents }: Tie): string => texts.sources.documents(documents)

/** One outlet or speaker: what it puts out, whom it quotes, how its figures stand to later ones. */
export const SourcePage = () => {
  const { key } = useParams({ from: '/sources/$key' })
  const { data: view, error, refetch } = useQuery({ queryKey: ['source', key], queryFn: () => getSource(key) })
  useTitle(view?.name)
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />
  if (!view) return <Loading />
  return (
    <article className="page source">
      <Head view={view} />
      <Figures view={view} />
      <div className="columns">
        <Ties heading={words.quotes} ties={view.quotes} of={asClaims} />
        <Ties heading={words.quotedBy} ties={view.quotedBy} of={asClaims} />
        <Ties heading={words.copiesOf} ties={view.copiesOf} of={asTexts} />
        <Ties heading={words.copiedBy} ties={view.copiedBy} of={asTexts} />
        {view.attributes.length > 0 && (
          <section>
            <h2>{words.about}</h2>
            <ul className="abouts">
              {view.attributes.map(({ what, claims }) => (
                <li key={what}>
                  {what} <span className="soft">{claims.toLocaleString('en')}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <TwinLinks path={`/sources/${encodeURIComponent(key)}`} kinds={['json']} />
    </article>
  )
}
