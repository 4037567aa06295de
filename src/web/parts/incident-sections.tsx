import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { DocumentFold, IncidentView } from '../../server/wire.ts'
import { texts } from '../texts.ts'
import { Chain } from './chain.tsx'
import { ClaimWords } from './claim-words.tsx'
import { UndoButton } from './judge-buttons.tsx'
import { labelWords } from './label-words.ts'
import { Sentence } from './sentence.tsx'

const words = texts.incident

type Props = Readonly<{ view: IncidentView }>

export const Section = ({ heading, note, children }: Readonly<{ heading: string; note?: string | undefined; children: ReactNode }>) => (
  <section className="section">
    <h2>{heading}</h2>
    {note && <p className="section-note">{note}</p>}
    {children}
  </section>
)

const Says = ({ who, document }: Readonly<{ who: string; document: { n: number; id: string } }>) => (
  <span className="soft">
    {words.says(who)} ·{' '}
    <Link to="/documents/$id" params={{ id: document.id }}>
      {document.n}
    </Link>
  </span>
)

/** What the parties say of their own part. */
export const PositionsSection = ({ view }: Props) =>
  view.positions.length === 0 ? null : (
    <Section heading={words.positions} note={words.positionsNote}>
      <ul className="entries">
        {view.positions.map(({ party, stance, entry }) => (
          <li key={entry.id}>
            <strong>{party}</strong> {labelWords(stance)}
            <Link to="/documents/$id" params={{ id: entry.document.id }} search={{ claim: entry.id }} className="position-sentence">
              <Sentence sentence={entry.sentence} />
            </Link>
            <span className="soft">
              <Chain chain={entry.chain} />
              {entry.copies > 0 && ` · ${texts.matrix.copies(entry.copies)}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )

/** Other incidents, and who joins them to this one: each once, with everybody who says so. */
export const RelationsSection = ({ view }: Props) => {
  const joined = view.relations.filter(({ other }) => other !== null)
  if (joined.length === 0) return null
  const groups = [...Map.groupBy(joined, ({ type, outward, other }) => `${type} ${outward} ${other!.id}`).values()]
  return (
    <Section heading={words.relations}>
      <ul className="entries">
        {groups.map((same) => {
          const { type, outward, other } = same[0]!
          return (
            <li key={`${type} ${outward} ${other!.id}`}>
              {words.relation[type][outward ? 0 : 1]}{' '}
              <Link to="/incidents/$id" params={{ id: other!.id }}>
                {other!.title}
              </Link>
              <ul className="said-ties">
                {same.map(({ saidBy, document, words: quote }) => (
                  <li key={saidBy + document.id}>
                    {quote && <q className="entry-quote">{quote}</q>} <Says who={saidBy} document={document} />
                  </li>
                ))}
              </ul>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

type Tie = IncidentView['affiliations'][number]

const nameOf = (name: string): string => name.replace(/^the\s+/i, '')

/** Names of one party, as documents put them. */
const toAliases = (ties: readonly Tie[]): ReadonlyMap<string, readonly string[]> => {
  const aliases = new Map<string, string[]>()
  for (const { type, subject, object } of ties)
    if (type === 'also-known-as') aliases.set(nameOf(subject), [...(aliases.get(nameOf(subject)) ?? []), object])
  return aliases
}

const since = ({ from, until }: Tie): string => (from || until ? ` (${words.tieSince(from, until)})` : '')

/** What the register of actors says of the parties, as of the incident's day. */
const Registered = ({ parties, day }: Readonly<{ parties: IncidentView['registered']; day: string | undefined }>) =>
  parties.length === 0 ? null : (
    <>
      <h3>{day ? words.register : words.registerUndated}</h3>
      <ul className="entries">
        {parties.map(({ id, name, parents }) => (
          <li key={id}>
            <Link to="/actors/$id" params={{ id }} search={day ? { on: day } : {}}>
              <strong>{name}</strong>
            </Link>
            <ul className="said-ties">
              {parents.map(({ type, other, from, until, saidBy }) => (
                <li key={type + other.id}>
                  {texts.actor.parent[type] ?? type} <strong>{other.name}</strong>
                  {(from || until) && ` (${words.tieSince(from, until)})`} <span className="soft">{words.says(saidBy)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )

/** Who belongs to whom, and who says so: each party with what it is said to be under, and what that is under. */
export const PartiesSection = ({ view }: Props) => {
  const aliases = toAliases(view.affiliations)
  const ties = view.affiliations.filter(({ type }) => type !== 'also-known-as')
  if (ties.length + aliases.size + view.registered.length === 0) return null
  const bySubject = [...Map.groupBy(ties, ({ subject }) => nameOf(subject))]
  const only = [...aliases].filter(([name]) => !bySubject.some(([subject]) => subject === name))
  const day = view.dates[0]?.from
  return (
    <Section heading={words.affiliations} note={day ? words.partiesNote(day.slice(0, 10)) : undefined}>
      <ul className="entries">
        {bySubject.map(([subject, own]) => (
          <li key={subject}>
            <strong>{subject}</strong>
            {aliases.has(subject) && (
              <span className="soft">
                {' '}
                ({words.alsoCalled} {aliases.get(subject)!.join(', ')})
              </span>
            )}
            <ul className="said-ties">
              {own.map((tie) => (
                <li key={tie.type + tie.object + tie.saidBy}>
                  {words.affiliation[tie.type]} <strong>{nameOf(tie.object)}</strong>
                  {since(tie)} <Says who={tie.saidBy} document={tie.document} />
                </li>
              ))}
            </ul>
          </li>
        ))}
        {only.map(([name, others]) => (
          <li key={name}>
            <strong>{name}</strong>{' '}
            <span className="soft">
              ({words.alsoCalled} {others.join(', ')})
            </span>
          </li>
        ))}
      </ul>
      <Registered parties={view.registered} day={day?.slice(0, 10)} />
    </Section>
  )
}

/** Totals over a period or a campaign: never this incident's toll. */
export const TotalsSection = ({ view }: Props) =>
  view.aggregates.length === 0 ? null : (
    <Section heading={words.aggregates} note={words.aggregatesNote}>
      <ul className="entries">
        {view.aggregates.map(({ attribute, figure, period, saidBy, document, words: quote }) => (
          <li key={`${attribute} ${figure} ${saidBy}`}>
            <strong>
              {figure} {attribute}
            </strong>
            {period && ` · ${period}`} <q className="entry-quote">{quote}</q> <Says who={saidBy} document={document} />
          </li>
        ))}
      </ul>
    </Section>
  )

/** People told of by name, of how many are counted. */
export const NamedSection = ({ view }: Props) =>
  view.victims.length === 0 ? null : (
    <Section heading={words.victims} note={view.named ?? undefined}>
      <p>
        {view.victims.map(({ key, name }, i) => (
          <span key={key}>
            {i > 0 && ', '}
            {name}
          </span>
        ))}{' '}
        <Link to="/victims" search={{ incident: view.id }}>
          {texts.victims.heading}
        </Link>
      </p>
    </Section>
  )

type Line = DocumentFold['document']

const DocumentLine = ({ line, children }: Readonly<{ line: Line; children?: ReactNode }>) => (
  <>
    <span className="document-n">{line.n}</span>
    <span>
      <Link to="/documents/$id" params={{ id: line.id }} className="document-title">
        {line.title}
      </Link>
      <span className="document-facts">
        {[line.issuer, line.kind, line.published ?? words.undated, words.documentClaims(line.claims)].filter(Boolean).join(' · ')}
        {children}
      </span>
    </span>
  </>
)

/** The documents, copies folded under the one they copy. */
export const DocumentsSection = ({ view }: Props) => (
  <Section heading={words.documents}>
    <ol className="documents">
      {view.documents.map(({ document, copies }) => (
        <li key={document.id}>
          <div className="document-line">
            <DocumentLine line={document} />
          </div>
          {copies.length > 0 && (
            <ol className="document-copies" aria-label={words.copies(copies.length)}>
              {copies.map((copy) => (
                <li key={copy.id} className="document-line">
                  <DocumentLine line={copy}> · {words.copyOf(copy.share)}</DocumentLine>
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  </Section>
)

/** Every judgement, newest first; each can be undone. */
export const HistorySection = ({ view }: Props) => (
  <Section heading={words.history}>
    {view.history.length === 0 ? (
      <p className="soft">{words.historyEmpty}</p>
    ) : (
      <ul className="entries">
        {view.history.map(({ id, at, by, kind, about, why, withdrawn }) => (
          <li key={id} className={withdrawn ? 'is-past' : undefined}>
            <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time> {by} {words.judged[kind] ?? kind}
            {about && <span className="entry-quote"> {about}</span>}
            {why && <span className="soft"> · {why}</span>}
            {withdrawn ? <span className="soft"> · {words.withdrawn(withdrawn.by)}</span> : <UndoButton judgement={id} />}
          </li>
        ))}
      </ul>
    )}
    {view.rejected.length > 0 && (
      <details className="rejected">
        <summary>
          {words.rejected} ({view.rejected.length})
        </summary>
        <ul className="entries">
          {view.rejected.map((entry) => (
            <li key={entry.id} className="is-past">
              <ClaimWords entry={entry} />
            </li>
          ))}
        </ul>
      </details>
    )}
  </Section>
)
