import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { SourceLine } from '../../server/wire.ts'
import { listSources, type SourceFilter, toSourcePath } from '../lists-api.ts'
import { useEndless } from '../parts/endless.ts'
import { EndlessLines } from '../parts/endless-lines.tsx'
import { Loading, ProblemNote } from '../parts/problem-note.tsx'
import { useTitle } from '../parts/title.ts'
import { TwinLinks } from '../parts/twin-links.tsx'
import { TypedField } from '../parts/typed-field.tsx'
import { texts } from '../texts.ts'

const words = texts.sources

const HEIGHTS = [56, 96] as const

/** Of its documents: text of its own, text that others printed after it, text that stood elsewhere before. */
const Parts = ({ line }: Readonly<{ line: SourceLine }>) => {
  const part = (n: number) => ({ flexGrow: n })
  return (
    <span className="source-parts" aria-hidden="true">
      {line.documents - line.first - line.copies > 0 && (
        <i className="part is-alone" style={part(line.documents - line.first - line.copies)} />
      )}
      {line.first > 0 && <i className="part is-first" style={part(line.first)} />}
      {line.copies > 0 && <i className="part is-copy" style={part(line.copies)} />}
    </span>
  )
}

const Line = ({ line }: Readonly<{ line: SourceLine }>) => (
  <Link to="/sources/$key" params={{ key: toSourcePath(line.key) }} className="source-line">
    <span className="source-name">
      <b>{line.name}</b> {line.kind && <span className="soft">{line.kind}</span>}
    </span>
    <span className="source-documents">{line.documents > 0 && words.documents(line.documents)}</span>
    <span className="source-shared">
      {line.first + line.copies > 0 && <Parts line={line} />}
      {line.first > 0 && <span>{words.firstOf(line.first)}</span>}
      {line.copies > 0 && <span>{words.copies(line.copies)}</span>}
    </span>
    <span className="source-quoted">{line.quotedIn > 0 && words.quoted(line.quotedIn)}</span>
    <span className="source-claims">{words.claims(line.claims)}</span>
  </Link>
)

/** Everybody who puts documents out or is quoted in them, with counts and no grade. */
export const SourcesPage = () => {
  const filter: SourceFilter = useSearch({ from: '/sources' })
  const navigate = useNavigate({ from: '/sources' })
  useTitle(words.heading)
  const { pages, error, isPending, refetch, onEnd } = useEndless(['sources', filter], (after) => listSources(filter, after))
  const lines = pages.flatMap(({ sources }) => sources)
  const set = (change: SourceFilter) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />
  const isFiltered = Object.values(filter).some(Boolean)
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value)).toString()
  return (
    <div className="page">
      <div className="list-head">
        <h1>{words.heading}</h1>
        {lines.length > 0 && <TwinLinks path="/sources" query={query} kinds={['csv', 'json']} />}
      </div>
      <p className="section-note">{filter.role === 'unnamed' ? words.unnamedNote : words.note}</p>
      {(isFiltered || lines.length > 0) && (
        <search className="filters is-wrapping">
          <TypedField
            className="field is-wide"
            type="search"
            label={words.search}
            placeholder={words.searchHint}
            value={filter.q ?? ''}
            onChange={(q) => set({ q })}
          />
          <label className="field">
            <span>{words.role}</span>
            <select value={filter.role ?? ''} onChange={({ target }) => set({ role: target.value })}>
              <option value="">{words.anyRole}</option>
              <option value="outlet">{words.roles.outlet}</option>
              <option value="speaker">{words.roles.speaker}</option>
              <option value="unnamed">{words.roles.unnamed}</option>
            </select>
          </label>
          <label className="field">
            <span>{words.kind}</span>
            <select value={filter.kind ?? ''} onChange={({ target }) => set({ kind: target.value })}>
              <option value="">{words.anyKind}</option>
              {Object.entries(words.kinds).map(([kind, name]) => (
                <option key={kind} value={kind}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </search>
      )}
      {isPending ? (
        <Loading />
      ) : lines.length === 0 ? (
        <section className="teach">
          <h2>{isFiltered ? texts.list.noneHeading : words.emptyHeading}</h2>
          {!isFiltered && <p>{words.empty}</p>}
          <p className="teach-actions">
            <Link to={isFiltered ? '/sources' : '/add'} search={{}} className="button">
              {isFiltered ? texts.list.clear : texts.list.emptyAction}
            </Link>
          </p>
        </section>
      ) : (
        <>
          <div className="source-line source-heads" aria-hidden="true">
            <span>{words.columns.name}</span>
            <span>{words.columns.documents}</span>
            <span>{words.columns.shared}</span>
            <span>{words.columns.quoted}</span>
            <span>{words.columns.claims}</span>
          </div>
          <EndlessLines items={lines} heights={HEIGHTS} onEnd={onEnd}>
            {(line) => <Line line={line} />}
          </EndlessLines>
        </>
      )}
    </div>
  )
}
