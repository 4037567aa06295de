import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { IncidentView } from '../../server/wire.ts'
import { listIncidents, listSuggestions } from '../api.ts'
import { texts } from '../texts.ts'
import { useJudgement } from './judge-buttons.tsx'

const words = texts.merge

type Found = Readonly<{ id: string; title: string; note: string }>

const dayOf = (date: { from: string | null; words?: string } | null | undefined): string => date?.from ?? texts.list.noDate

/** Incidents that this one may be the same as: what the machine suggests, and what a person searches for. */
const useFound = (id: string, query: string): readonly Found[] => {
  const suggested = useQuery({ queryKey: ['suggestions', id], queryFn: () => listSuggestions(id) })
  const searched = useQuery({
    queryKey: ['incidents', 'merge', query],
    queryFn: () => listIncidents({ q: query }, null),
    enabled: query.length > 1,
  })
  if (query.length > 1)
    return (searched.data?.incidents ?? [])
      .filter((each) => each.id !== id)
      .slice(0, 12)
      .map((each) => ({ id: each.id, title: each.title, note: dayOf(each.date) }))
  return (suggested.data?.suggestions ?? []).map(({ incidents: [a, b], words: note }) => {
    const other = a.id === id ? b : a
    return { id: other.id, title: other.title, note }
  })
}

/** Says that another incident is the same as this one: its documents then stand under this one, until that is undone. */
export const MergeForm = ({ view, onDone }: Readonly<{ view: IncidentView; onDone: () => void }>) => {
  const [query, setQuery] = useState('')
  const judge = useJudgement()
  const found = useFound(view.id, query.trim())
  return (
    <div className="form">
      <p>{words.note}</p>
      <label className="field is-wide">
        <span>{words.search}</span>
        <input value={query} onChange={({ target }) => setQuery(target.value)} />
      </label>
      {found.length === 0 && <p className="soft">{query.trim().length > 1 ? words.nothingFound : words.noSuggestion}</p>}
      <ul className="merge-list">
        {found.map(({ id, title, note }) => (
          <li key={id}>
            <p>
              <strong>{title}</strong> <span className="soft">{note}</span>
            </p>
            <button
              type="button"
              className="button"
              disabled={judge.isPending}
              onClick={() => judge.mutate({ kind: 'merge', incidents: [view.id, id] }, { onSuccess: onDone })}
            >
              {words.same}
              <span className="sr-only">: {title}</span>
            </button>
          </li>
        ))}
      </ul>
      {judge.error && <p role="alert">{judge.error.message}</p>}
    </div>
  )
}

/** Takes documents out of an incident into one of their own. */
export const SplitForm = ({ view, onDone }: Readonly<{ view: IncidentView; onDone: () => void }>) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const judge = useJudgement()
  const navigate = useNavigate()
  const all = view.documents.flatMap(({ document, copies }) => [document, ...copies])
  const split = () =>
    judge.mutate(
      { kind: 'split', incident: view.id, documents: [...chosen] },
      {
        onSuccess: ({ incidents }) => {
          onDone()
          const into = incidents.at(-1)
          if (into && into !== view.id) void navigate({ to: '/incidents/$id', params: { id: into } })
        },
      },
    )
  return (
    <div className="form">
      <p>{texts.split.note}</p>
      <fieldset className="statuses">
        <legend className="sr-only">{texts.split.heading}</legend>
        {all.map(({ id, n, title, published }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={() => setChosen((old) => (old.has(id) ? new Set([...old].filter((each) => each !== id)) : new Set([...old, id])))}
            />{' '}
            {n} · {title} <span className="soft">{published ?? texts.incident.undated}</span>
          </label>
        ))}
      </fieldset>
      {judge.error && <p role="alert">{judge.error.message}</p>}
      <button
        type="button"
        className="button is-main"
        disabled={judge.isPending || chosen.size === 0 || chosen.size === all.length}
        onClick={split}
      >
        {texts.split.save}
      </button>
    </div>
  )
}
