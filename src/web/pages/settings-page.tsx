import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getSettings } from '../lists-api.ts'
import { getPerson, setPerson } from '../parts/person.ts'
import { Loading, ProblemNote } from '../parts/problem-note.tsx'
import { useTitle } from '../parts/title.ts'
import { TokenSettings } from '../parts/token-settings.tsx'
import { TwinLinks } from '../parts/twin-links.tsx'
import { texts } from '../texts.ts'

const words = texts.settings

const COMMANDS = ['casus backup', 'casus verify', 'casus restore'] as const

const You = () => {
  const [name, setName] = useState(getPerson)
  return (
    <section>
      <h2>{words.you}</h2>
      <p className="section-note">{words.youNote}</p>
      <label className="field settings-name">
        <span>{words.name}</span>
        <input
          value={name}
          maxLength={100}
          onChange={({ target }) => {
            setName(target.value)
            setPerson(target.value)
          }}
        />
      </label>
    </section>
  )
}

/** Where the data lies, how much there is, how to keep it safe, and who has judged. */
export const SettingsPage = () => {
  useTitle(words.heading)
  const { data, error, refetch } = useQuery({ queryKey: ['settings'], queryFn: getSettings })
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const facts = [
    [words.where, <code key="where">{data.where}</code>],
    [words.server, data.version],
    [words.engine, data.engine],
    [words.size, words.mb(data.size)],
    [words.holds, words.counts(data.incidents, data.documents, data.claims)],
    [words.history, words.entries(data.history, data.last?.slice(0, 10) ?? null)],
  ] as const
  return (
    <article className="page method">
      <h1>{words.heading}</h1>
      <section>
        <h2>{words.health}</h2>
        {data.note && <p className="section-note">{data.note}</p>}
        <dl className="method-terms">
          {facts.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <You />
      <TokenSettings />
      <section>
        <h2>{words.people}</h2>
        <p className="section-note">{words.peopleNote}</p>
        {data.people.length === 0 ? (
          <p className="soft">{words.nobody}</p>
        ) : (
          <dl className="method-terms">
            {data.people.map(({ name, judgements, last }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {words.judgements(judgements)} <span className="soft">{last.slice(0, 10)}</span>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <section>
        <h2>{words.backup}</h2>
        <p className="section-note">{words.backupNote}</p>
        <ul className="method-rules">
          {COMMANDS.map((command) => (
            <li key={command}>
              <code>{command}</code>
            </li>
          ))}
        </ul>
      </section>
      <TwinLinks path="/settings" kinds={['json']} />
    </article>
  )
}
