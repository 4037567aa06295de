import type { VictimValue } from '../model/claim.ts'
import { pairTarget, standingPairs } from '../model/judgement.ts'
import type { IncidentRecord } from '../model/record.ts'
import { oneLine } from './claim-words.ts'
import { nameKey } from './origin.ts'
import type { Said } from './said.ts'

/** What somebody says of a person: a claim, with whose word it is. */
export type VictimDetail = Readonly<{ value: string; saidBy: string; claim: string; document: number }>

/** A person who came to harm, told of by name: each detail is somebody's claim. Named people never add to a toll. */
export type VictimView = Readonly<{
  /** By which a judgement names the person. */
  key: string
  /** The fullest form of the name. */
  name: string
  /** Every form in which it is written. */
  names: readonly VictimDetail[]
  age: readonly VictimDetail[]
  sex: readonly VictimDetail[]
  status: readonly VictimDetail[]
  occupation: readonly VictimDetail[]
  fate: readonly VictimDetail[]
  documents: readonly number[]
  /** Persons of like names, whom nobody has judged yet: keys. */
  maybeSame: readonly string[]
}>

type Named = Readonly<{ said: Said; value: VictimValue; name: string; key: string }>

/** Spellings of one name in Latin letters: doubled letters, vowels and the article say nothing ("Mohammed", "Muhamad"; "al-", "el-"). */
const soundKey = (name: string): string =>
  nameKey(name)
    .split(' ')
    .filter((word) => !/^(?:al|el|ul|bin|ibn|ben)$/.test(word))
    .map((word) => word.slice(0, 1).replace(/[ie]/, 'y') + word.slice(1).replace(/[aeiouyw]/g, ''))
    .map((word) =>
      word
        .replace(/(.)\1+/g, '$1')
        .replace(/[kq]/g, 'k')
        .replace(/[zs]/g, 's'),
    )
    .sort()
    .join(' ')

const lastWord = (name: string): string => nameKey(name.split(' ').at(-1) ?? '')

const toNamed = (said: readonly Said[]): readonly Named[] =>
  said.flatMap((each): readonly Named[] => {
    const mention = each.record.mention?.mention
    const { claim, standing } = each
    if (claim.attribute !== 'victim' || standing !== 'current' || mention?.kind !== 'party') return []
    if (mention.type !== 'person' || !mention.named) return []
    const name = oneLine(each.record.mention!.words)
    return [{ said: each, value: claim.value, name, key: soundKey(name) }]
  })

const agesDiffer = (a: Named, b: Named): boolean => a.value.age !== null && b.value.age !== null && a.value.age !== b.value.age

type Person = { key: string; members: Named[] }

/** Claims by person: equal names but for their spelling and no two ages, and what people have judged. */
const toPersons = (named: readonly Named[], record: IncidentRecord): readonly Person[] => {
  const persons: Person[] = []
  for (const one of named) {
    const sameName = persons.filter(({ members }) => members[0]!.key === one.key)
    const home = sameName.find(({ members }) => !members.some((other) => agesDiffer(one, other)))
    if (home) home.members.push(one)
    else persons.push({ key: sameName.length === 0 ? one.key : `${one.key} ${one.value.age}`, members: [one] })
  }
  for (const { answer, pair } of standingPairs(record.judgements, 'victims').values()) {
    if (answer !== 'same') continue
    const [into, other] = pair.map((key) => persons.find((person) => person.key === key))
    if (!into || !other) continue
    into.members.push(...other.members)
    persons.splice(persons.indexOf(other), 1)
  }
  return persons
}

const detail = (members: readonly Named[], toValue: (one: Named) => string | null): readonly VictimDetail[] => {
  const details = members.flatMap((one): readonly VictimDetail[] => {
    const value = toValue(one)
    const { origin, record, n } = one.said
    return value === null ? [] : [{ value, saidBy: origin.name, claim: record.id, document: n }]
  })
  return [...new Map(details.map((one) => [`${one.value} ${one.saidBy}`, one])).values()]
}

/** People told of by name, in the order of the documents. */
export const victimViews = (record: IncidentRecord, said: readonly Said[]): readonly VictimView[] => {
  const persons = toPersons(toNamed(said), record)
  const judged = standingPairs(record.judgements, 'victims')
  return persons.map(({ key, members }) => {
    const name = members.map((one) => one.name).toSorted((a, b) => b.length - a.length)[0]!
    const like = persons.filter(
      (other) => other.key !== key && lastWord(other.members[0]!.name) === lastWord(name) && !judged.has(pairTarget(key, other.key)),
    )
    return {
      key,
      name,
      names: detail(members, (one) => one.name),
      age: detail(members, ({ value }) => (value.age === null ? value.band : String(value.age))),
      sex: detail(members, ({ value }) => value.sex),
      status: detail(members, ({ value }) => value.status),
      occupation: detail(members, ({ value }) => value.occupation),
      fate: detail(members, ({ value }) => value.fate),
      documents: [...new Set(members.map(({ said: { n } }) => n))].sort((a, b) => a - b),
      maybeSame: like.map((other) => other.key),
    }
  })
}

/** `12 named of 24–25+`: how many of those a toll counts are known by name. */
export const namedWords = (victims: readonly VictimView[], killed: string | null): string | null => {
  const named = victims.filter(({ fate }) => fate.length === 0 || fate.some(({ value }) => value === 'killed')).length
  return named === 0 ? null : killed === null ? `${named} named` : `${named} named of ${killed}`
}
