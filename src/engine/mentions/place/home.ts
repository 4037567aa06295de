import type { Document } from '../../../model/document.ts'
import type { Candidate, Gazetteer } from './gazetteer.ts'
import { nameKey } from './name-key.ts'

/** Where a publisher is at home, as far as its name or address tells: places its name may mean, and the country of its domain. */
export type Home = Readonly<{ meanings: readonly Candidate[]; country: string | undefined }>

/** Words in publishers' names that are not places, longest first where one begins another. */
const PAPER_WORDS =
  'newspapers|newspaper|sentinelreview|intelligencer|independent|enquirer|inquirer|examiner|observer|register|reporter|sentinel|telegraph|telegram|chronicle|advocate|dispatch|guardian|bulletin|business|citizen|courier|gazette|journal|leader|ledger|mercury|monitor|tribune|express|evening|morning|mirror|beacon|herald|record|review|weekly|online|sunday|today|times|daily|local|press|radio|globe|world|argus|post|mail|news|star|echo|live|item|the|sun|day|now|my|in|tv|pi|and'
const LEADING = new RegExp(`^(?:${PAPER_WORDS})`)
const TRAILING = new RegExp(`(?:${PAPER_WORDS})$`)

/** Top-level domains that stand for no one country although they look it. */
const GENERIC = new Set(['co', 'tv', 'me', 'io', 'ai', 'fm', 'am', 'cc', 'ws', 'to', 'ly', 'eu', 'gd', 'nu', 'st', 'la'])

const DOMAIN = /^(?:https?:\/\/)?(?:www\d?\.)?([a-z0-9.-]{3,80})(?:[/:?#]|$)/i

const countryOf = (domain: string): string | undefined => {
  const top = domain.slice(domain.lastIndexOf('.') + 1).toLowerCase()
  if (top.length !== 2 || GENERIC.has(top)) return undefined
  return top === 'uk' ? 'GB' : top.toUpperCase()
}

const listNamed = (words: string, gazetteer: Gazetteer): readonly Candidate[] =>
  words.length < 4 || gazetteer.isCommonWord(words) ? [] : gazetteer.listNamed(words).filter(({ quality }) => quality === 'own')

/** Reads "oxfordpress" as Oxford and "lasvegassun" as Las Vegas. Bounded: labels are at most 40 letters. */
const readLabel = (label: string, gazetteer: Gazetteer): readonly Candidate[] => {
  let rest = label.toLowerCase().slice(0, 40)
  for (let i = 0; i < 4; i++) {
    const found = i > 0 ? readWhole(rest, gazetteer) : []
    if (found.length > 0) return found
    const shorter = rest.replace(TRAILING, '')
    const next = shorter !== rest ? shorter : rest.replace(LEADING, '')
    if (next === rest || next.length < 4) break
    rest = next
  }
  return readWhole(rest, gazetteer)
}

const readWhole = (word: string, gazetteer: Gazetteer): readonly Candidate[] => {
  const whole = listNamed(word, gazetteer)
  if (whole.length > 0) return whole
  for (let cut = 3; cut <= word.length - 3; cut++) {
    const found = gazetteer.listNamed(`${word.slice(0, cut)} ${word.slice(cut)}`).filter(({ quality }) => quality === 'own')
    if (found.length > 0) return found
  }
  return []
}

/** Where a document's publisher is at home, from its name and address. Nothing is looked up beyond the gazetteer. */
export const findHome = ({ issuer, url }: Pick<Document, 'issuer' | 'url'>, gazetteer: Gazetteer): Home => {
  let country: string | undefined
  let meanings: readonly Candidate[] = []
  for (const source of [issuer.name, url]) {
    if (!source) continue
    const domain = source.includes(' ') ? undefined : DOMAIN.exec(source)?.[1]
    if (domain?.includes('.')) {
      country ??= countryOf(domain)
      const labels = domain.split('.').slice(0, -1)
      for (const part of labels.flatMap((label) => (label.length > 3 ? [label, ...label.split('-')] : [])))
        if (meanings.length === 0 && part !== '') meanings = readLabel(part.replace(/-/g, ''), gazetteer)
    } else {
      const words = source.split(/\s+/).slice(0, 12)
      for (let length = 3; length > 0; length--)
        for (let i = 0; i + length <= words.length; i++)
          if (meanings.length === 0) meanings = listNamed(nameKey(words.slice(i, i + length).join(' ')), gazetteer)
    }
  }
  return { meanings, country }
}
