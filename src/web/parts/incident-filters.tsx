import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { EVENT_TYPES } from '../../model/incident.ts'
import type { ListFilter } from '../api.ts'
import { texts } from '../texts.ts'

const words = texts.list

/** Long enough that a word is typed as one step, short enough to feel immediate. */
const PAUSE_MS = 250

const Search = ({ value, onChange }: Readonly<{ value: string; onChange: (value: string) => void }>) => {
  const [typed, setTyped] = useState(value)
  const timer = useRef<number>(undefined)
  useEffect(() => setTyped(value), [value])
  return (
    <label className="field is-wide">
      <span>{words.search}</span>
      <input
        type="search"
        value={typed}
        placeholder={words.searchHint}
        onChange={({ target }) => {
          setTyped(target.value)
          window.clearTimeout(timer.current)
          timer.current = window.setTimeout(() => onChange(target.value), PAUSE_MS)
        }}
      />
    </label>
  )
}

/** What the list is narrowed to. Changing a field changes the address, and so the list. */
export const IncidentFilters = ({ filter }: Readonly<{ filter: ListFilter }>) => {
  const navigate = useNavigate({ from: '/incidents' })
  const set = (change: ListFilter) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })
  const isFiltered = Object.values(filter).some(Boolean)
  return (
    <search className="filters">
      <Search value={filter.q ?? ''} onChange={(q) => set({ q })} />
      <label className="field">
        <span>{words.type}</span>
        <select value={filter.type ?? ''} onChange={({ target }) => set({ type: target.value })}>
          <option value="">{words.anyType}</option>
          {Object.keys(EVENT_TYPES).map((type) => (
            <option key={type}>{type}</option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.from}</span>
        <input type="date" value={filter.from ?? ''} onChange={({ target }) => set({ from: target.value })} />
      </label>
      <label className="field">
        <span>{words.to}</span>
        <input type="date" value={filter.to ?? ''} onChange={({ target }) => set({ to: target.value })} />
      </label>
      {isFiltered && (
        <button type="button" className="button" onClick={() => void navigate({ search: {}, replace: true })}>
          {words.clear}
        </button>
      )}
    </search>
  )
}
