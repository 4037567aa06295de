import { useQuery } from '@tanstack/react-query'
import { getMethod } from '../lists-api.ts'
import { Loading, ProblemNote } from '../parts/problem-note.tsx'
import { useTitle } from '../parts/title.ts'
import { TwinLinks } from '../parts/twin-links.tsx'
import { texts } from '../texts.ts'

const words = texts.method

/** What the ledger counts and how, by version. */
export const MethodPage = () => {
  useTitle(words.heading)
  const { data: method, error, refetch } = useQuery({ queryKey: ['method'], queryFn: getMethod })
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />
  if (!method) return <Loading />
  return (
    <article className="page method">
      <h1>{words.heading}</h1>
      <p className="soft">{words.version(method.version)}</p>
      <section>
        <h2>{words.definitions}</h2>
        <dl className="method-terms">
          {method.definitions.map(({ term, meaning }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{words.inclusion}</h2>
        <ul className="method-rules">
          {method.inclusion.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{words.policies}</h2>
        <p className="section-note">{words.policiesNote}</p>
        <dl className="method-terms">
          {method.policies.map(({ name, meaning }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{words.limits}</h2>
        <ul className="method-rules">
          {method.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
      <TwinLinks path="/method" kinds={['json']} />
    </article>
  )
}
