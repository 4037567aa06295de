import { Link } from '@tanstack/react-router'
import { PROBLEMS } from '../../model/problem.ts'
import type { AddedDocument, AddResult, Problem } from '../../server/wire.ts'
import { texts } from '../texts.ts'

const words = texts.add

/** Something that is being added, and how far it has come. */
export type Adding = Readonly<{
  id: number
  name: string
  state: 'waiting' | 'reading' | 'done' | 'failed'
  result?: AddResult
  problem?: Readonly<{ code: string; message: string }>
}>

const whatToDo = (code: string): string | undefined => (PROBLEMS as Readonly<Record<string, string>>)[code]

const ProblemLine = ({ problem }: Readonly<{ problem: Pick<Problem, 'message'> & { code: string } }>) => (
  <li className="add-problem">
    {problem.message}
    {whatToDo(problem.code) && whatToDo(problem.code) !== problem.message && <span className="soft"> {whatToDo(problem.code)}</span>}{' '}
    <code className="soft">{problem.code}</code>
  </li>
)

const Found = ({ document }: Readonly<{ document: AddedDocument }>) => (
  <>
    <p className="soft">
      {words.outcome[document.outcome]} · {words.claims(document.claims)} ·{' '}
      <Link to="/documents/$id" params={{ id: document.document }}>
        {words.open}
      </Link>
    </p>
    {document.incidents.length === 0 ? (
      <p>{words.noIncident}</p>
    ) : (
      <ul className="plain">
        {document.incidents.map(({ id, title, fresh, because }) => (
          <li key={id}>
            <Link to="/incidents/$id" params={{ id }}>
              {title}
            </Link>{' '}
            <span className="soft">
              {fresh ? words.fresh : words.joined}
              {!fresh && because.length > 0 && `: ${because.join(', ')}`}
            </span>
          </li>
        ))}
      </ul>
    )}
    {document.problems.length > 0 && (
      <ul className="plain">
        {document.problems.map((problem) => (
          <ProblemLine key={problem.code + problem.message} problem={problem} />
        ))}
      </ul>
    )}
  </>
)

const Item = ({ item }: Readonly<{ item: Adding }>) => (
  <li className={`add-item is-${item.state}`}>
    <h3>
      {item.name}
      {item.state === 'reading' && <span className="soft"> · {words.reading}</span>}
      {item.state === 'waiting' && <span className="soft"> · {words.waiting}</span>}
      {item.state === 'failed' && <span className="add-failed"> · {words.failed}</span>}
    </h3>
    {item.result?.documents.map((document) => (
      <Found key={document.document} document={document} />
    ))}
    {((item.result?.problems.length ?? 0) > 0 || item.problem) && (
      <ul className="plain">
        {item.result?.problems.map((problem) => (
          <ProblemLine key={problem.code + problem.message} problem={problem} />
        ))}
        {item.problem && <ProblemLine problem={item.problem} />}
      </ul>
    )}
  </li>
)

/** What was found in each document, newest first, and what to do where something failed. */
export const AddResults = ({ items }: Readonly<{ items: readonly Adding[] }>) => (
  <section aria-live="polite" aria-label={words.results}>
    {items.length > 0 && (
      <>
        <h2>{words.results}</h2>
        <ol className="add-items">
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ol>
      </>
    )}
  </section>
)
