import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { DocumentLine } from '../../server/wire.ts'
import { type DocumentFilter, listDocuments } from '../lists-api.ts'
import { useEndless } from '../parts/endless.ts'
import { EndlessLines } from '../parts/endless-lines.tsx'
import { languageName } from '../parts/language.ts'
import { Loading, ProblemNote } from '../parts/problem-note.tsx'
import { useTitle } from '../parts/title.ts'
import { TwinLinks } from '../parts/twin-links.tsx'
import { TypedField } from '../parts/typed-field.tsx'
import { texts } from '../texts.ts'

const words = texts.documents

/** Heights of a line, as in the style sheet. */
const HEIGHTS = [72, 122] as const

/** The only language that the engine reads. */
const isRead = (language: string): boolean => language === 'und' || language === 'en' || language.startsWith('en-')

const Shared = ({ shared }: Readonly<{ shared: DocumentLine['shared'] }>) =>
  shared && (
    <span className="doc-shared">
      <span aria-hidden="true">⧉ </span>
      {shared.isFirst ? words.first(shared.documents) : words.copy}
    </span>
  )

const Line = ({ line }: Readonly<{ line: DocumentLine }>) => (
  <div className="doc-line">
    <span className="doc-title">
      <Link to="/documents/$id" params={{ id: line.id }} dir="auto">
        {line.title ?? (line.start ? <span className="doc-start">{line.start} …</span> : words.untitled)}
      </Link>
    </span>
    <span className="doc-from">
      {line.issuer ?? <i>{words.noIssuer}</i>} · {line.publishedWords ?? <i>{words.undated}</i>}
      {!isRead(line.language) && <b className="doc-unread"> · {words.notRead(languageName(line.language))}</b>}
    </span>
    <span className="doc-incidents">
      {line.incidents.length === 0 ? (
        <i>{words.nothing}</i>
      ) : (
        <>
          <Link to="/incidents/$id" params={{ id: line.incidents[0]!.id }}>
            {line.incidents[0]!.title}
          </Link>
          {line.incidents.length > 1 && ` ${words.incidents(line.incidents.length - 1)}`}
        </>
      )}
    </span>
    <span className="doc-claims">
      {texts.sources.claims(line.claims)} <Shared shared={line.shared} />
    </span>
  </div>
)

const Empty = ({ isFiltered }: Readonly<{ isFiltered: boolean }>) => (
  <section className="teach">
    <h2>{isFiltered ? texts.list.noneHeading : words.emptyHeading}</h2>
    {!isFiltered && <p>{words.empty}</p>}
    <p className="teach-actions">
      {isFiltered ? (
        <Link to="/documents" search={{}} className="button">
          {texts.list.clear}
        </Link>
      ) : (
        <Link to="/add" className="button is-main">
          {texts.list.emptyAction}
        </Link>
      )}
    </p>
  </section>
)

const nameOf = (key: string): string => key.replace(/^(?:words|actor):/, '')

/** The documents of the ledger: who put them out, what was read in them, whose text they share. */
export const DocumentsPage = () => {
  const filter: DocumentFilter = useSearch({ from: '/documents' })
  const navigate = useNavigate({ from: '/documents' })
  useTitle(words.heading)
  const { pages, error, isPending, hasNextPage, refetch, onEnd } = useEndless(['documents', filter], (after) =>
    listDocuments(filter, after),
  )
  const lines = pages.flatMap(({ documents }) => documents)
  const set = (change: DocumentFilter) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />
  const isFiltered = Object.values(filter).some(Boolean)
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value)).toString()
  const languages = [...new Set([...lines.map(({ language }) => language), ...(filter.language ? [filter.language] : [])])].sort()
  return (
    <div className="page">
      <div className="list-head">
        <h1>{words.heading}</h1>
        {lines.length > 0 && (
          <p className="list-count" role="status">
            {words.count(lines.length, hasNextPage)}
          </p>
        )}
        {lines.length > 0 && <TwinLinks path="/documents" query={query} kinds={['csv', 'json']} />}
      </div>
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
            <span>{words.language}</span>
            <select value={filter.language ?? ''} onChange={({ target }) => set({ language: target.value })}>
              <option value="">{words.anyLanguage}</option>
              {languages.map((language) => (
                <option key={language} value={language}>
                  {languageName(language)}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{words.order}</span>
            <select value={filter.order ?? 'added'} onChange={({ target }) => set({ order: target.value === 'added' ? '' : target.value })}>
              <option value="added">{words.orders.added}</option>
              <option value="published">{words.orders.published}</option>
            </select>
          </label>
        </search>
      )}
      {(filter.issuer || filter.speaker) && (
        <ul className="chips" aria-label={texts.list.active}>
          {(['issuer', 'speaker'] as const).map(
            (key) =>
              filter[key] && (
                <li key={key}>
                  <button type="button" className="chip" onClick={() => set({ [key]: '' })}>
                    {key === 'issuer' ? words.issuedBy(nameOf(filter[key])) : words.quoting(nameOf(filter[key]))}{' '}
                    <span aria-hidden="true">×</span>
                  </button>
                </li>
              ),
          )}
        </ul>
      )}
      {isPending ? (
        <Loading />
      ) : lines.length === 0 ? (
        <Empty isFiltered={isFiltered} />
      ) : (
        <EndlessLines items={lines} heights={HEIGHTS} onEnd={onEnd}>
          {(line) => <Line line={line} />}
        </EndlessLines>
      )}
    </div>
  )
}
