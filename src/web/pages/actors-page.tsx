import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { listActors } from '../lists-api.ts'
import { countryName } from '../parts/country.ts'
import { useEndless } from '../parts/endless.ts'
import { EndlessLines } from '../parts/endless-lines.tsx'
import { Loading, ProblemNote } from '../parts/problem-note.tsx'
import { useTitle } from '../parts/title.ts'
import { TwinLinks } from '../parts/twin-links.tsx'
import { TypedField } from '../parts/typed-field.tsx'
import { texts } from '../texts.ts'

const words = texts.actors

const HEIGHTS = [48, 62] as const

/** The actor register, by name. */
export const ActorsPage = () => {
  const { q } = useSearch({ from: '/actors' })
  const navigate = useNavigate({ from: '/actors' })
  useTitle(words.heading)
  const { pages, error, isPending, refetch, onEnd } = useEndless(['actors', q], (after) => listActors(q, after))
  const lines = pages.flatMap(({ actors }) => actors)
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />
  return (
    <div className="page">
      <div className="list-head">
        <h1>{words.heading}</h1>
        <TwinLinks path="/actors" query={q ? new URLSearchParams({ q }).toString() : ''} kinds={['csv', 'json']} />
      </div>
      <p className="section-note">{words.note}</p>
      <search className="filters is-wrapping">
        <TypedField
          className="field is-wide"
          type="search"
          label={words.search}
          placeholder={words.searchHint}
          value={q ?? ''}
          onChange={(typed) => void navigate({ search: typed ? { q: typed } : {}, replace: true })}
        />
      </search>
      {isPending ? (
        <Loading />
      ) : lines.length === 0 ? (
        <section className="teach">
          <h2>{texts.list.noneHeading}</h2>
        </section>
      ) : (
        <EndlessLines items={lines} heights={HEIGHTS} onEnd={onEnd}>
          {({ id, name, type, kind, country }) => (
            <Link to="/actors/$id" params={{ id }} className="actor-line">
              <b>{name}</b>
              <span className="soft">
                {words.types[type]}
                {kind !== 'unknown' && ` · ${texts.sources.kinds[kind]}`}
              </span>
              <span className="soft">{country && countryName(country) !== name && countryName(country)}</span>
            </Link>
          )}
        </EndlessLines>
      )}
    </div>
  )
}
