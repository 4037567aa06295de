import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { EVENT_TYPES, INCIDENT_STATUSES } from '../../model/incident.ts'
import type { Facet } from '../../server/wire.ts'
import { FILTER_KEYS, type ListFilter, listFacets } from '../api.ts'
import { texts } from '../texts.ts'
import { countryName } from './country.ts'
import { useNarrow } from './narrow.ts'
import { Sheet } from './sheet.tsx'
import { TypedField } from './typed-field.tsx'

const words = texts.list

type Key = keyof ListFilter
type Set = (change: ListFilter) => void

type ChoiceProps = Readonly<{ label: string; value: string | undefined; any: string; onChange: (value: string) => void }> &
  Readonly<{ options: readonly (readonly [value: string, label: string])[] }>

const Choice = ({ label, value, any, options, onChange }: ChoiceProps) => (
  <label className="field">
    <span>{label}</span>
    <select value={value ?? ''} onChange={({ target }) => onChange(target.value)}>
      <option value="">{any}</option>
      {value && !options.some(([option]) => option === value) && <option value={value}>{value}</option>}
      {options.map(([option, name]) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </select>
  </label>
)

const typeOptions = Object.keys(EVENT_TYPES).map((type) => [type, type] as const)
const statusOptions = INCIDENT_STATUSES.map((status) => [status, texts.kinds[status]] as const)
const differOptions = [
  ['any', words.differsAny],
  ['none', words.differsNone],
  ...(['killed', 'wounded', 'place', 'date', 'perpetrator', 'target'] as const).map((what) => [what, words.differsOn(what)] as const),
] as const

/** What the actor's key stands for, for a reader. */
const nameOfActor = (key: string, facets: readonly Facet[]): string =>
  facets.find((facet) => facet.kind === 'party' && facet.key === key)?.name ?? key.replace(/^(?:actor|words):/, '')

const useFacets = (filter: ListFilter, isWanted: boolean): readonly Facet[] => {
  const { actor: _, weapon: __, country: ___, ...rest } = filter
  const { data } = useQuery({
    queryKey: ['facets', rest],
    queryFn: () => listFacets(rest),
    enabled: isWanted,
    staleTime: 60_000,
    placeholderData: (previous) => previous,
  })
  return data?.facets ?? []
}

type FieldsProps = Readonly<{ filter: ListFilter; set: Set; facets: readonly Facet[] }>

const Search = ({ filter, set }: Pick<FieldsProps, 'filter' | 'set'>) => (
  <TypedField
    className="field is-wide"
    type="search"
    label={words.search}
    value={filter.q ?? ''}
    placeholder={words.searchHint}
    onChange={(q) => set({ q })}
  />
)

const Common = ({ filter, set }: Pick<FieldsProps, 'filter' | 'set'>) => (
  <>
    <label className="field">
      <span>{words.from}</span>
      <input type="date" value={filter.from ?? ''} onChange={({ target }) => set({ from: target.value })} />
    </label>
    <label className="field">
      <span>{words.to}</span>
      <input type="date" value={filter.to ?? ''} onChange={({ target }) => set({ to: target.value })} />
    </label>
    <Choice label={words.type} any={words.anyType} value={filter.type} options={typeOptions} onChange={(type) => set({ type })} />
  </>
)

const More = ({ filter, set, facets }: FieldsProps) => {
  const list = useId()
  const parties = facets.filter(({ kind }) => kind === 'party')
  const options = (kind: Facet['kind'], name: (key: string) => string) =>
    facets.filter((facet) => facet.kind === kind).map(({ key, count }) => [key, `${name(key)} (${count.toLocaleString('en')})`] as const)
  return (
    <>
      <TypedField
        type="text"
        label={words.actor}
        value={filter.actor ? nameOfActor(filter.actor, parties) : ''}
        placeholder={words.actorHint}
        list={list}
        onChange={(name) => set({ actor: parties.find((party) => party.name === name)?.key ?? name })}
      />
      <datalist id={list}>
        {parties.map(({ key, name }) => (
          <option key={key} value={name} />
        ))}
      </datalist>
      <Choice
        label={words.weapon}
        any={words.anyWeapon}
        value={filter.weapon}
        options={options('weapon', (key) => texts.weapons[key] ?? key)}
        onChange={(weapon) => set({ weapon })}
      />
      <Choice
        label={words.country}
        any={words.anyCountry}
        value={filter.country}
        options={options('country', countryName)}
        onChange={(country) => set({ country })}
      />
      <Choice
        label={words.status}
        any={words.anyStatus}
        value={filter.status}
        options={statusOptions}
        onChange={(status) => set({ status })}
      />
      <Choice
        label={words.disagreement}
        any={words.anyDifference}
        value={filter.differs}
        options={differOptions}
        onChange={(differs) => set({ differs })}
      />
      <fieldset className="field is-pair">
        <legend>{words.killed}</legend>
        <TypedField
          className="pair-part"
          type="number"
          min={0}
          label={words.killedMin}
          value={filter.killed_min ?? ''}
          onChange={(n) => set({ killed_min: n })}
        />
        <TypedField
          className="pair-part"
          type="number"
          min={0}
          label={words.killedMax}
          value={filter.killed_max ?? ''}
          onChange={(n) => set({ killed_max: n })}
        />
      </fieldset>
      <TypedField
        className="field is-short"
        type="number"
        min={1}
        label={words.fewestOrigins}
        value={filter.origins ?? ''}
        onChange={(origins) => set({ origins })}
      />
    </>
  )
}

const chipWords = (key: Key, value: string, facets: readonly Facet[]): string => {
  if (key === 'actor') return words.chip.actor(nameOfActor(value, facets))
  if (key === 'weapon') return words.chip.weapon(texts.weapons[value] ?? value)
  if (key === 'country') return countryName(value)
  if (key === 'status') return texts.kinds[value as keyof typeof texts.kinds] ?? value
  if (key === 'differs') return differOptions.find(([option]) => option === value)?.[1] ?? words.differsOn(value)
  if (key === 'box') return words.box
  if (key === 'type') return value
  return words.chip[key](value)
}

/** What the list is narrowed to, one by one, each to be taken away. */
const Chips = ({ filter, set, clear, facets }: FieldsProps & Readonly<{ clear: () => void }>) => {
  const active = FILTER_KEYS.filter((key) => filter[key])
  if (active.length === 0) return null
  return (
    <ul className="chips" aria-label={words.active}>
      {active.map((key) => (
        <li key={key}>
          <button type="button" className="chip" onClick={() => set({ [key]: '' })}>
            <span className="sr-only">{words.remove(chipWords(key, filter[key]!, facets))}</span>
            <span aria-hidden="true">{chipWords(key, filter[key]!, facets)} ×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="button is-quiet is-small" onClick={clear}>
          {words.clear}
        </button>
      </li>
    </ul>
  )
}

const HIDDEN_KEYS: readonly Key[] = ['actor', 'weapon', 'country', 'status', 'differs', 'killed_min', 'killed_max', 'origins']

type Props = Readonly<{ filter: ListFilter; set: Set; clear: () => void }>

/** What incidents are narrowed to. Changing a field changes the address, and so what the page shows. */
export const IncidentFilters = ({ filter, set, clear }: Props) => {
  const isNarrow = useNarrow()
  const hidden = HIDDEN_KEYS.filter((key) => filter[key]).length
  const [isOpen, setOpen] = useState(!isNarrow && hidden > 0)
  const facets = useFacets(filter, isOpen || Boolean(filter.actor))
  const chips = <Chips filter={filter} set={set} clear={clear} facets={facets} />
  if (isNarrow)
    return (
      <search className="filters-narrow">
        <div className="filters">
          <Search filter={filter} set={set} />
          <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {words.filters}
          </button>
        </div>
        {chips}
        {isOpen && (
          <Sheet heading={words.filters} onClose={() => setOpen(false)}>
            <div className="filters-sheet">
              <Common filter={filter} set={set} />
              <More filter={filter} set={set} facets={facets} />
              <button type="button" className="button is-main" onClick={() => setOpen(false)}>
                {words.done}
              </button>
            </div>
          </Sheet>
        )}
      </search>
    )
  return (
    <search>
      <div className="filters">
        <Search filter={filter} set={set} />
        <Common filter={filter} set={set} />
        <button type="button" className="button filters-more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.fewerFilters : words.moreFilters}
        </button>
      </div>
      {isOpen && (
        <div className="filters is-more">
          <More filter={filter} set={set} facets={facets} />
        </div>
      )}
      {chips}
    </search>
  )
}
