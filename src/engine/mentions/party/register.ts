import type { Actor, ActorTie } from '../../../model/actor.ts'
import type { IssuerKind } from '../../../model/document.ts'
import { isAcronym, toNameWords } from './name-words.ts'

/** A state by what may stand for it: "Iraq", "Iraqi", "Iraqis", "Baghdad" where a government acts. */
export type StateForm = 'name' | 'adjective' | 'people' | 'capital'

/** What a name in the register stands for. */
export type RegisterName = Readonly<{
  /** Null for a people ("Kurdish"): it acts for nobody by itself. */
  actor: Actor | null
  form: StateForm | 'alias'
  /** Written in capitals ("ELN", "IS"): matches capitals only. */
  acronym: boolean
}>

type Node = { next: Map<string, Node>; name: RegisterName | undefined }

/** The known actors and a tree of the names they go by, word by word. */
export type ActorRegister = Readonly<{ actors: ReadonlyMap<string, Actor>; names: Node; spellings: ReadonlyMap<string, string> }>

type StateRow = Readonly<{
  code: string
  name: string
  aliases?: readonly string[]
  adjectives: readonly string[]
  people?: readonly string[]
  capital?: readonly string[]
}>
type PeopleRow = Readonly<{ adjective: string; people?: string }>
type BodyRow = Readonly<{ id: string; name: string; aliases?: readonly string[]; type: Actor['type']; kind: IssuerKind; source: string }>
type ActorRow = Readonly<Partial<Actor> & Pick<Actor, 'id' | 'name' | 'type' | 'kind' | 'source'>>
/** `gazetteer/actors.json`, or a user's own register in the same shape. */
export type RegisterFile = Readonly<{
  spellings?: readonly (readonly string[])[]
  states?: readonly StateRow[]
  peoples?: readonly PeopleRow[]
  bodies?: readonly BodyRow[]
  actors?: readonly ActorRow[]
}>

const STATE_SOURCE = 'ISO 3166-1; names, adjectives and capitals in common English use'

/**
 * Opens a register. Each state is given its usual bodies ("Iraqi army", "Iraqi health ministry"); an actor listed by itself
 * under the same id or alias comes before them.
 */
export const openActorRegister = (json: unknown): ActorRegister => {
  const file = json as RegisterFile
  const spellings = new Map<string, string>()
  for (const [first, ...rest] of file.spellings ?? []) for (const word of rest) if (first) spellings.set(word, first)
  const register: ActorRegister = { actors: new Map(), names: { next: new Map(), name: undefined }, spellings }
  for (const row of file.actors ?? []) addActor(register, { aliases: [], country: null, ties: [], ...row })
  for (const state of file.states ?? []) addState(register, state, file.bodies ?? [])
  for (const { adjective, people } of file.peoples ?? []) {
    put(register, adjective, null, 'adjective')
    if (people) put(register, people, null, 'people')
  }
  return register
}

/** A register that holds both; the names of the first come first. */
export const joinRegisters = (first: RegisterFile, second: RegisterFile): RegisterFile => ({
  spellings: [...(first.spellings ?? []), ...(second.spellings ?? [])],
  states: [...(first.states ?? []), ...(second.states ?? [])],
  peoples: [...(first.peoples ?? []), ...(second.peoples ?? [])],
  bodies: [...(first.bodies ?? []), ...(second.bodies ?? [])],
  actors: [...(first.actors ?? []), ...(second.actors ?? [])],
})

const put = (register: ActorRegister, text: string, actor: Actor | null, form: RegisterName['form']): void => {
  let node = register.names
  for (const word of toNameWords(text, register.spellings)) {
    let next = node.next.get(word)
    if (!next) {
      next = { next: new Map(), name: undefined }
      node.next.set(word, next)
    }
    node = next
  }
  if (node !== register.names) node.name ??= { actor, form, acronym: isAcronym(text) }
}

const addActor = (register: ActorRegister, actor: Actor): void => {
  if (!register.actors.has(actor.id)) (register.actors as Map<string, Actor>).set(actor.id, actor)
  for (const name of [actor.name, ...actor.aliases]) put(register, name, actor, 'alias')
}

const addState = (register: ActorRegister, row: StateRow, bodies: readonly BodyRow[]): void => {
  const id = row.code.toLowerCase()
  const state: Actor = {
    id,
    name: row.name,
    aliases: row.aliases ?? [],
    type: 'geopolitical',
    kind: 'official-other',
    country: row.code,
    ties: [],
    source: STATE_SOURCE,
  }
  ;(register.actors as Map<string, Actor>).set(id, state)
  for (const name of [row.name, ...(row.aliases ?? [])]) put(register, name, state, 'name')
  for (const adjective of row.adjectives) put(register, adjective, state, 'adjective')
  for (const people of row.people ?? []) put(register, people, state, 'people')
  for (const capital of row.capital ?? []) put(register, capital, state, 'capital')
  const tie: ActorTie = { to: id, type: 'part-of', from: null, until: null, source: STATE_SOURCE }
  for (const body of bodies) {
    const names = [body.name, ...(body.aliases ?? [])].flatMap((pattern) => spellOut(pattern, row))
    const [name, ...aliases] = names
    if (name)
      addActor(register, {
        id: `${id}-${body.id}`,
        name,
        aliases,
        type: body.type,
        kind: body.kind,
        country: row.code,
        ties: [tie],
        source: body.source,
      })
  }
}

const spellOut = (pattern: string, row: StateRow): readonly string[] => {
  if (pattern.includes('{adjective}')) return row.adjectives.map((adjective) => pattern.replace('{adjective}', adjective))
  return [row.name, ...(pattern.includes('{state}') ? (row.aliases ?? []) : [])].map((name) => pattern.replace('{state}', name))
}

/** The actor a name stands for, however it is spelled ("Hizbullah", "al Qaida"). */
export const findActor = (register: ActorRegister, name: string): RegisterName | undefined => {
  let node: Node | undefined = register.names
  for (const word of toNameWords(name, register.spellings)) {
    node = node.next.get(word)
    if (!node) return undefined
  }
  return node.name
}

/** A word of a running text: its normal form and the token it belongs to. */
export type NameWord = Readonly<{ word: string; token: number }>

/** The longest name in the register that starts at `at`, and the index after its last word. Steps are bounded by the longest name. */
export const matchActor = (
  register: ActorRegister,
  words: readonly NameWord[],
  at: number,
  accepts: (name: RegisterName, next: number) => boolean,
): Readonly<{ name: RegisterName; next: number }> | undefined => {
  let node = register.names
  let best: { name: RegisterName; next: number } | undefined
  for (let i = at; i < words.length; i += 1) {
    const next = node.next.get(words[i]!.word)
    if (!next) break
    node = next
    if (node.name && accepts(node.name, i + 1)) best = { name: node.name, next: i + 1 }
  }
  return best
}
