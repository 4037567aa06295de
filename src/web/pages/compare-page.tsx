import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Account, ClaimEntry, ComparedRow, CompareView } from '../../server/wire.ts'
import { getCompare } from '../api.ts'
import { ClaimWords } from '../parts/claim-words.tsx'
import { Loading, ProblemNote } from '../parts/problem-note.tsx'
import { useTitle } from '../parts/title.ts'
import { UndoBar } from '../parts/undo-bar.tsx'
import { texts } from '../texts.ts'

const words = texts.compare

const RELATIONS: Readonly<Record<ComparedRow['relation'], string>> = {
  same: words.relation.same,
  near: words.relation.near,
  differs: `◆ ${words.relation.differs}`,
  'only-left': words.relation.onlyLeft,
  'only-right': words.relation.onlyRight,
}

const Choose = ({ view, side }: Readonly<{ view: CompareView; side: 'left' | 'right' }>) => {
  const navigate = useNavigate({ from: '/compare' })
  const other = side === 'left' ? view.right.id : view.left.id
  const choose = (id: string) =>
    void navigate({ search: (old) => ({ ...old, a: side === 'left' ? id : other, b: side === 'left' ? other : id }), replace: true })
  return (
    <label className="field">
      <span>{words[side]}</span>
      <select value={view[side].id} onChange={({ target }) => choose(target.value)}>
        {view.documents
          .filter(({ id }) => id !== other)
          .map(({ id, n, title }) => (
            <option key={id} value={id}>
              {n} · {title}
            </option>
          ))}
      </select>
    </label>
  )
}

const facts = ({ issuer, kind, published }: Account): string =>
  [issuer, kind, published ?? texts.incident.undated].filter(Boolean).join(' · ')

/** What several speakers of one account say alike, told once. */
const fold = (entries: readonly ClaimEntry[]): readonly (readonly ClaimEntry[])[] => [
  ...Map.groupBy(entries, ({ gist, qualifiers, standing }) => [gist.toLowerCase(), ...qualifiers, standing].join('|')).values(),
]

const speakersOf = (same: readonly ClaimEntry[]): string => [...new Set(same.map(({ speaker }) => speaker ?? words.ownWords))].join('; ')

const Cell = ({ entries, side }: Readonly<{ entries: readonly ClaimEntry[]; side: string }>) => (
  <td data-side={side}>
    {entries.length === 0 ? (
      <span className="soft">{words.missing}</span>
    ) : (
      fold(entries).map((same) => <ClaimWords key={same[0]!.id} entry={same[0]!} speakers={speakersOf(same)} />)
    )}
  </td>
)

const Rows = ({ view }: Readonly<{ view: CompareView }>) => (
  <table className="compare">
    <caption className="sr-only">{words.heading}</caption>
    <thead>
      <tr>
        <th scope="col">{words.what}</th>
        {[view.left, view.right].map((account) => (
          <th key={account.id} scope="col">
            <Link to="/documents/$id" params={{ id: account.id }} className="document-title">
              {account.title}
            </Link>
            <span className="matrix-kind">{facts(account)}</span>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {view.rows.map(({ id, label, relation, left, right }) => (
        <tr key={id} className={`is-${relation}`}>
          <th scope="row">
            {label}
            <span className="compare-relation">{RELATIONS[relation]}</span>
          </th>
          <Cell entries={left} side={view.left.title} />
          <Cell entries={right} side={view.right.title} />
        </tr>
      ))}
    </tbody>
  </table>
)

const Text = ({ account }: Readonly<{ account: Account }>) => (
  <section lang={account.language} aria-label={account.title}>
    {account.passages.map(({ kind, pieces }, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: passages never change order
      <p key={i} className={`compare-${kind}`} dir="auto">
        {pieces.map(({ text, isShared }, k) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces never change order
          isShared ? <mark key={k}>{text}</mark> : <span key={k}>{text}</span>,
        )}
      </p>
    ))}
  </section>
)

const View = ({ view }: Readonly<{ view: CompareView }>) => {
  const count = (...relations: readonly string[]): number => view.rows.filter(({ relation }) => relations.includes(relation)).length
  return (
    <>
      <header>
        <p className="crumb">
          {words.of}{' '}
          <Link to="/incidents/$id" params={{ id: view.incident.id }}>
            {view.incident.title}
          </Link>
        </p>
        <h1>{words.heading}</h1>
      </header>
      <div className="compare-choice">
        <Choose view={view} side="left" />
        <Choose view={view} side="right" />
      </div>
      <p className="section-note">{words.summary(count('same', 'near'), count('differs'), count('only-left', 'only-right'))}</p>
      <Rows view={view} />
      <section className="section">
        <h2>{words.passages}</h2>
        <p className="section-note">
          {view.share > 0 ? words.shared(view.share) : words.sharedNone} {view.share > 0 && words.passagesNote}
        </p>
        <div className="compare-texts">
          <Text account={view.left} />
          <Text account={view.right} />
        </div>
      </section>
    </>
  )
}

/** Two accounts of one incident, side by side: what they say alike, what differs, what only one says, what is copied. */
export const ComparePage = () => {
  const { incident, a, b } = useSearch({ from: '/compare' })
  useTitle(words.heading)
  const { data, error, refetch } = useQuery({
    queryKey: ['compare', incident, a, b],
    queryFn: () => getCompare(incident ?? '', a, b),
    enabled: incident !== undefined,
    placeholderData: (before) => before,
  })
  if (!incident)
    return (
      <section className="teach">
        <h1>{words.heading}</h1>
        <p>{words.choose}</p>
        <p className="teach-actions">
          <Link to="/incidents" className="button">
            {texts.problem.back}
          </Link>
        </p>
      </section>
    )
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <article className="page compare-page">
      <View view={data} />
      <UndoBar />
    </article>
  )
}
