import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { VictimDetail, VictimGroup } from '../../server/wire.ts'
import { listVictims } from '../api.ts'
import { useJudgement } from '../parts/judge-buttons.tsx'
import { Loading, ProblemNote } from '../parts/problem-note.tsx'
import { useTitle } from '../parts/title.ts'
import { TwinLinks } from '../parts/twin-links.tsx'
import { UndoBar } from '../parts/undo-bar.tsx'
import { texts } from '../texts.ts'

const words = texts.victims

type Victim = VictimGroup['victims'][number]

/** What is said of a person, each with who says so; the words open the document. */
const Details = ({ details, group }: Readonly<{ details: readonly VictimDetail[]; group: VictimGroup }>) =>
  details.length === 0 ? (
    <span className="soft">{texts.nothing}</span>
  ) : (
    details.map(({ value, saidBy, claim, document }) => {
      const id = group.documents.find(({ n }) => n === document)?.id
      return (
        <span key={claim + value} className="victim-detail" title={words.says(saidBy)}>
          {id ? (
            <Link to="/documents/$id" params={{ id }} search={{ claim }}>
              {value}
            </Link>
          ) : (
            value
          )}
          <span className="sr-only">, {words.says(saidBy)}</span>
        </span>
      )
    })
  )

/** Persons whose names are like each other: a person says whether they are one. */
const Maybe = ({ victim, group }: Readonly<{ victim: Victim; group: VictimGroup }>) => {
  const judge = useJudgement()
  const others = group.victims.filter(({ key }) => victim.maybeSame.includes(key) && victim.key < key)
  return others.map((other) => (
    <p key={other.key} className="victim-maybe">
      {words.maybe} <b>{other.name}</b>{' '}
      {(['same', 'different'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="button is-quiet"
          disabled={judge.isPending}
          onClick={() => judge.mutate({ kind, of: 'victims', incident: group.incident.id, pair: [victim.key, other.key] })}
        >
          {words[kind]}
        </button>
      ))}
    </p>
  ))
}

const spellings = ({ name, names }: Victim): readonly string[] =>
  [...new Set(names.map(({ value }) => value))].filter((each) => each !== name)

const Group = ({ group }: Readonly<{ group: VictimGroup }>) => (
  <section className="section">
    <h2>
      <Link to="/incidents/$id" params={{ id: group.incident.id }}>
        {group.incident.title}
      </Link>
    </h2>
    <p className="section-note">{[group.incident.day, group.named ?? words.empty].filter(Boolean).join(' · ')}</p>
    {group.victims.length > 0 && (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      <section className="table-box" tabIndex={0} aria-label={group.incident.title}>
        <table className="plain-table victims-table">
          <thead>
            <tr>
              {(['name', 'age', 'sex', 'status', 'occupation', 'fate'] as const).map((column) => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {group.victims.map((victim) => (
              <tr key={victim.key}>
                <th scope="row" dir="auto">
                  <Details details={victim.names.filter(({ value }) => value === victim.name).slice(0, 1)} group={group} />
                  {spellings(victim).length > 0 && (
                    <span className="soft victim-spellings">
                      {words.alsoWritten} {spellings(victim).join('; ')}
                    </span>
                  )}
                  <Maybe victim={victim} group={group} />
                </th>
                {(['age', 'sex', 'status', 'occupation', 'fate'] as const).map((column) => (
                  <td key={column}>
                    <Details details={victim[column]} group={group} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    )}
  </section>
)

/** People told of by name, by incident, with what is named of what is counted. */
export const VictimsPage = () => {
  const filter = useSearch({ from: '/victims' })
  const navigate = useNavigate({ from: '/victims' })
  useTitle(words.heading)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['victims', filter],
    queryFn: ({ pageParam }) => listVictims(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />
  const groups = data?.pages.flatMap((page) => page.groups) ?? []
  return (
    <article className="page victims">
      <h1>{words.heading}</h1>
      <p className="section-note">{words.note}</p>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault()
          const q = String(new FormData(event.currentTarget).get('q') ?? '').trim()
          void navigate({ search: q ? { q } : {}, replace: true })
        }}
      >
        <label className="field">
          <span>{words.search}</span>
          <input name="q" key={filter.q} defaultValue={filter.q} />
        </label>
        {(filter.incident || filter.q) && (
          <Link to="/victims" className="button">
            {words.all}
          </Link>
        )}
        {groups.length > 0 && (
          <TwinLinks
            path="/victims"
            query={new URLSearchParams(Object.entries(filter).filter(([, value]) => value)).toString()}
            kinds={['csv', 'json']}
          />
        )}
      </form>
      {!data && <Loading />}
      {data && groups.length === 0 && !hasNextPage && (
        <section className="teach">
          <h2>{filter.q ? words.noneHeading : words.emptyHeading}</h2>
          <p>{filter.q ? words.none : words.empty}</p>
        </section>
      )}
      {groups.map((group) => (
        <Group key={group.incident.id} group={group} />
      ))}
      {hasNextPage && (
        <p className="section">
          <button type="button" className="button" disabled={isFetching} onClick={() => void fetchNextPage()}>
            {isFetching ? texts.list.more : words.more}
          </button>
        </p>
      )}
      <UndoBar />
    </article>
  )
}
