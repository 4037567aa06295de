import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { listIncidents } from '../api.ts'
import { getActor } from '../lists-api.ts'
import { countryName } from '../parts/country.ts'
import { Loading, ProblemNote } from '../parts/problem-note.tsx'
import { TieChart } from '../parts/tie-chart.tsx'
import { useTitle } from '../parts/title.ts'
import { TwinLinks } from '../parts/twin-links.tsx'
import { texts } from '../texts.ts'

const words = texts.actor

/** Incidents named on the page; the rest are a link away. */
const SHOWN = 12

const Incidents = ({ id }: Readonly<{ id: string }>) => {
  const actor = `actor:${id}`
  const { data } = useQuery({ queryKey: ['incidents of', id], queryFn: () => listIncidents({ actor }, null) })
  if (!data) return <Loading />
  return (
    <section>
      <h2>{words.incidents}</h2>
      {data.incidents.length === 0 ? (
        <p className="soft">{words.noIncidents}</p>
      ) : (
        <>
          <ul className="actor-incidents">
            {data.incidents.slice(0, SHOWN).map((line) => (
              <li key={line.id}>
                <span className="soft">{line.date?.words ?? texts.list.noDate}</span>{' '}
                <Link to="/incidents/$id" params={{ id: line.id }}>
                  {line.title}
                </Link>
                {line.killed && <span className="soft"> · {texts.map.killed(line.killed.words)}</span>}
              </li>
            ))}
          </ul>
          <p>
            <Link to="/incidents" search={{ actor }}>
              {words.allIncidents}
            </Link>
          </p>
        </>
      )}
    </section>
  )
}

/** An actor of the register: its names, what it belongs to and when, and the incidents that name it. */
export const ActorPage = () => {
  const { id } = useParams({ from: '/actors/$id' })
  const { on } = useSearch({ from: '/actors/$id' })
  const navigate = useNavigate({ from: '/actors/$id' })
  const {
    data: view,
    error,
    refetch,
  } = useQuery({ queryKey: ['actor', id, on], queryFn: () => getActor(id, on), placeholderData: keepPreviousData })
  useTitle(view?.name)
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />
  if (!view) return <Loading />
  return (
    <article className="page actor">
      <p className="crumb">
        <Link to="/actors">{words.crumb}</Link> ›
      </p>
      <h1>{view.name}</h1>
      <p className="soft">
        {texts.actors.types[view.type]}
        {view.country && countryName(view.country) !== view.name && ` · ${countryName(view.country)}`}
      </p>
      {view.aliases.length > 0 && (
        <p className="actor-aliases">
          <span className="soft">{words.aliases}</span> {view.aliases.join(' · ')}
        </p>
      )}
      <section>
        <div className="actor-ties-head">
          <h2>{words.ties}</h2>
          <label className="field">
            <span>{words.on}</span>
            <input
              type="date"
              value={on ?? ''}
              title={words.onHint}
              onChange={({ target }) => void navigate({ search: target.value ? { on: target.value } : {}, replace: true })}
            />
          </label>
        </div>
        <p className="section-note">{words.tiesNote}</p>
        {view.parents.length + view.members.length === 0 ? (
          <p className="soft">{words.noTies}</p>
        ) : (
          <TieChart parents={view.parents} members={view.members} />
        )}
      </section>
      {view.said.length > 0 && (
        <section>
          <h2>{words.said}</h2>
          <ul className="actor-said">
            {view.said.map((tie) => (
              <li key={`${tie.document} ${tie.words}`}>
                <q>{tie.words}</q>{' '}
                <span className="soft">
                  {words.said_by(tie.saidBy)} ·{' '}
                  <Link to="/documents/$id" params={{ id: tie.document }}>
                    {tie.title ?? texts.documents.untitled}
                  </Link>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Incidents id={id} />
      <p>
        <Link to="/sources/$key" params={{ key: `actor:${id}` }}>
          {words.says}
        </Link>
      </p>
      <p className="soft">
        {words.source}: {view.source}
      </p>
      <TwinLinks path={`/actors/${encodeURIComponent(id)}`} kinds={['json']} />
    </article>
  )
}
